"""Changes to the tables, in order; Alembic runs them."""

LATEST = "first_tables"  # the last one; a test compares
