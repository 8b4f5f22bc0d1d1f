"""Whoever we ask outside of this house, each behind a protocol that geo or data defines."""
