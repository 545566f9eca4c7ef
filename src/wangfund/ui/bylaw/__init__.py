"""ระเบียบ: the by-law in force, a draft of the next one, what it would have cost, and its adoption."""
