"""Keeping an installation: backup, restore, what is wrong with it, what a server's runs left."""
