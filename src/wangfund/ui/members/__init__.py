"""The members: search, and the counter's view of one."""
