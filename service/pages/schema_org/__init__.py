"""What pages say to machines, in the words of https://schema.org."""
