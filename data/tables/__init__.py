"""The tables: one file a subject, nothing but columns."""
