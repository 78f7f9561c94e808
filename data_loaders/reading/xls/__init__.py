"""Reading .xls (Excel 97–2003)."""
