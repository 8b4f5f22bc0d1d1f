"""The demo city: real cinemas as facts, films with our own texts, and an invented programme that never runs out."""
