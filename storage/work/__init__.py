"""Documents issued and tasks passed on, as they were stated and corrected."""
