"""What a person adds to a file: answers, corrected cells, and what is remembered of them."""
