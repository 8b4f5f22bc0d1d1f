"""What is stored, how it gets in, how it is read."""
