"""Runs migrations on the connection that `escalator.store.migrate` hands over."""

from alembic import context

from escalator.store.migrate import owe_rebuild
from escalator.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    before = context.get_context().get_current_heads()
    context.run_migrations()
    if context.get_context().get_current_heads() != before:
        owe_rebuild(connection)
connection.commit()
