"""Wall time, zones and programme dates, as cinemas mean them."""
