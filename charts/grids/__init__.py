"""Unit × period as cells."""
