"""The page before a fund is open."""
