"""Cumulative lines against their planned path."""
