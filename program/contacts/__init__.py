"""Officials who are their units' contacts."""
