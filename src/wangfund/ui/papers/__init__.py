"""Papers on the screen: seen as they will be printed, printed, kept as files."""
