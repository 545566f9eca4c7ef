"""What a fund does: one function is one transaction with one result."""
