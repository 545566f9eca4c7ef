"""Benefits paid before the program: read from an old list and judged row by row. They count, and post no money."""
