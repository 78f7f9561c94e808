"""Windows of the report calendar that are locked: which, by what rule, and the words about them."""
