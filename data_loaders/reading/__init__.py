"""From the bytes of any spreadsheet to grids of typed cells, whatever the file holds."""
