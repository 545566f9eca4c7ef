"""The first page: what to do today and how the fund stands."""
