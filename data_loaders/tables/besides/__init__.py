"""What is said of a table besides its rows: sums, plans, ticks, rows that stand twice, columns and sheets that are not read."""
