"""A register of members as people keep it in spreadsheets: recognised, mended, compared with the fund."""
