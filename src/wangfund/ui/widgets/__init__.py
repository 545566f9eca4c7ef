"""The widgets, each made once and used by every page."""
