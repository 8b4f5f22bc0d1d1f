"""The compiled inner loops, and the tables of numbers that they run over."""
