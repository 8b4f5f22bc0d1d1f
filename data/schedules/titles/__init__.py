"""The films behind written titles: what a title is compared by, what keeps two apart, and how sure a likeness is."""
