"""The rows below a header: what each is, and where the table ends."""
