"""Every sentence of the pages: what there is to say, and how each language says it."""
