"""What one cell says: numbers, dates, periods, kinds, audiences, forms; no row, no sheet."""
