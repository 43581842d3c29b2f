"""Curated content: strict schemas and the loader that turns files into typed objects."""
