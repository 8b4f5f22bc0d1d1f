"""The history of the tables, a dated revision a step."""
