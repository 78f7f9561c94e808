"""Windows that are locked, and the checks of every write about what they hold."""
