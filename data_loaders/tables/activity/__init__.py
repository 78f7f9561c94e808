"""What reads lists of activities: a row a class or session."""
