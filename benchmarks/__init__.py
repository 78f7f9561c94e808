"""How fast a change of filter reaches the charts, at 50,000 and 1,000,000 activities: `make bench`."""
