"""Issued reports: what is kept of one, and how two of them are compared."""
