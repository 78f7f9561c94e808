"""Many people at once, and what the server makes of it: `make load`."""
