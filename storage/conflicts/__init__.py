"""What may be counted twice or is unusual: found, decided, and what does not count by it."""
