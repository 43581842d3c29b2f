"""Alembic's way in: the connection is given, and its transaction is the caller's."""

from alembic import context

from coach.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
