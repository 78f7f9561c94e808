"""Whose a row is: the unit that reports it."""
