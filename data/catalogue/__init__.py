"""The catalogue: how cinemas and films get in."""
