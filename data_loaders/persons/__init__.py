"""Personal data found and refused, never repeated."""
