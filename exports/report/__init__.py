"""The report as a Word document and the workbook behind it."""
