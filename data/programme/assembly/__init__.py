"""How a programme is put together from what is stored, and kept up to date."""
