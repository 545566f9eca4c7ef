"""The rules of a fund as pure functions over frozen rows: no file, clock, SQL, window or prose."""
