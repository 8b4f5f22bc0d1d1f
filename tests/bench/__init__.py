"""Benchmarks: ours and the alternatives side by side in one run."""
