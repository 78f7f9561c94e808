"""When: days, and the periods that words name."""
