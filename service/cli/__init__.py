"""The command line `kinonah`, one file a group of commands."""
