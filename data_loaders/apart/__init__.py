"""The check of a large file in a process of its own, and what it hands back."""
