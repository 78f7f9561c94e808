"""Files that wait for a person: which they are, and the letter with which one goes back."""
