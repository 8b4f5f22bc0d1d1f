"""Whoever we ask outside: each behind a protocol of geo or data, bounded in time and size."""
