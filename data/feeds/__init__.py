"""Addresses at which cinemas keep their programmes: registered, read on a timetable, published."""
