"""One module for each kind of table of the contract: rows in, records and issues out."""
