"""What reads summary counts, long or crosstab."""
