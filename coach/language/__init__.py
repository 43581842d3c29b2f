"""One reading of language: text → Analysis."""
