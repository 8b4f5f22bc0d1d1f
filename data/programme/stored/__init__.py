"""How what is stored is read: in bulk, as columns."""
