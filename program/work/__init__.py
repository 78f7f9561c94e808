"""Documents issued and tasks passed on."""
