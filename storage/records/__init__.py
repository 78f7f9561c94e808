"""The rows that files bring: how they lie in the database, by what they are compared, and which of them is held."""
