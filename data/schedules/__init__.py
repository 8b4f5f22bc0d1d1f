"""The intake: a cinema's file becomes rows, is checked, compared, and published as a whole."""
