"""The only room that speaks SQL: submissions, their records, and the reads that the screens need."""
