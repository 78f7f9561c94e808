"""Files taken in and taken back, and the rows that they bring."""
