"""Columns that those beside them decide: sums and their parts, plans beside what was done, marks side by side."""
