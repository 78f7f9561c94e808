"""How many: counts, values of targets, two numbers in a cell, amounts in words."""
