"""Tests of the routes that answer programs."""
