"""The years in which cinemas play; another one is a slip, and at the ends of the calendar no zone can be applied."""

YEARS = range(1900, 2200)
