"""Targets: which hold, which held before, and what their page shows."""
