"""Thai writing and counting: Buddhist-era dates, money in words, names, sorting, word breaks. Knows no fund."""
