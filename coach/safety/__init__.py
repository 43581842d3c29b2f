"""Danger seen before any engine runs, and help lines by region."""
