"""The pages as a phone on a slow network meets them: measured, not tested, for a machine's mood is in it."""
