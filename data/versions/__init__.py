"""What a screening lets you hear and read: read from a cinema's words, shown as a label."""
