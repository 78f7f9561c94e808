"""Who may sign in and do what, as the database has it; the check that every write begins with."""
