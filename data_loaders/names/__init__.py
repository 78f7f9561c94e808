"""From the names of units and organisations, as offices write them, to their codes."""
