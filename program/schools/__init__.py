"""Schools and other institutions: the register, their names, and which of them were reached (T1)."""
