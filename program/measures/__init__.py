"""What is counted and summed: the analysis set, its cube, and every figure that is read from it."""
