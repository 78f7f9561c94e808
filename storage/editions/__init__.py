"""Issued reports: kept, read again, and why figures have changed since."""
