"""The vocabulary and the mathematics of Programme 830: pure functions on values and frames."""
