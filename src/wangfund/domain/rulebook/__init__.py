"""A fund's rulebook as data: what it may say, how it is read, and how it is checked."""
