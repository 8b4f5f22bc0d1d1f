"""Everything public, as of now, in memory: questions are arithmetic on arrays and never touch the database."""
