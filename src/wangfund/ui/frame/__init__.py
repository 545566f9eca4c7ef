"""The window itself: rail, page head, status bar, and how errors are shown."""
