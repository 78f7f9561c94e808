"""The review of accepted files."""
