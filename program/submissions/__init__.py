"""One file that was checked: what is added to it, what of it may be taken, what it adds up to and moves."""
