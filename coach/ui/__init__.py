"""The only importer of streamlit (with coach.server)."""
