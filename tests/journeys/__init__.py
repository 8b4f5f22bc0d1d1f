"""The service as a person meets it: the real program, with the built web part, in a real browser."""
