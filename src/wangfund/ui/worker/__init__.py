"""Work beside the window: one thread, jobs, progress."""
