"""Pure geography: points and exact distances; no database, no web, no network."""
