"""Whom a word names: audiences, and the groups of inhabitants."""
