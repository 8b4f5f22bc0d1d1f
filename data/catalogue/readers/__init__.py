"""How a list of cinemas is written: one file a format, each gives a Sheet."""
