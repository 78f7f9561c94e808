"""Registers that screens read and change: targets, supplied figures, contacts, campaigns."""
