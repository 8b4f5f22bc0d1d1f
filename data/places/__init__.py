"""Places that people type: read from files, found among what the installation has, and put into a gazetteer."""
