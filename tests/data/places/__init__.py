"""Tests of the places that people type."""
