"""A cinema's desk: files are dropped, looked at as a week, published and taken back; single screenings changed."""
