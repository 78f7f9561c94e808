"""The log of what was done: written, read, and the sign-ins that were refused."""
