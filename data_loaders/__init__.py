"""From the bytes of a workbook to records and issues. No database, no Streamlit."""
