"""One file a format: bytes become rows with their addresses, nothing understood yet."""
