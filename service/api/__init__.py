"""The routes that answer programs: JSON, one file a subject."""
