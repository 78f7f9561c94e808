"""Reading .xlsb (Excel's binary workbook)."""
