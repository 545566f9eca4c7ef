"""wangfund: the books of one Thai community welfare fund, kept offline by its own clerk."""
