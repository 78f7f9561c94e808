"""The user's own .xlsx, marked or corrected, with everything else kept as it is."""
