"""What cinemas write, a table a language, and what their doors say, country by country: data, no grammar."""
