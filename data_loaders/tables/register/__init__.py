"""What reads registers: schools, contacts, denominators, targets, documents and tasks."""
