"""What goes out again: the programme as sheets and calendars, in a form in which it can come in again unchanged."""
