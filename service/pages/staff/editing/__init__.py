"""What editors do: films are filled in and joined, houses that are there twice become one."""
