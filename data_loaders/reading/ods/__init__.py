"""Reading .ods (OpenDocument)."""
