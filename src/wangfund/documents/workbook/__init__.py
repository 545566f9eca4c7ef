"""Workbooks a clerk, an auditor and the province open in their own spreadsheet."""
