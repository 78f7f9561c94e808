"""What screens read: the rows for the figures, the rows behind a number, where one comes from."""
