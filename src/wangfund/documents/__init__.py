"""Frozen numbers in, files out; and files in, frozen rows out."""
