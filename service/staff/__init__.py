"""Who works for a cinema: accounts and tokens, and how they are asked for at the doors."""
