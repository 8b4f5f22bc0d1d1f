"""What the lower storeys say in English, told in the language of a page."""
