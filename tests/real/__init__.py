"""Tests over real files that stand beside the repository and are no part of it."""
