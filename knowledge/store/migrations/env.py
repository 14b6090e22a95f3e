"""What Alembic runs: the migrations, in the transaction that `knowledge.store.migrate` opened."""

from alembic import context

from knowledge.store.tables import all_tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=all_tables(),
    render_as_batch=True,  # SQLite alters a table by copying it
)
with context.begin_transaction():
    context.run_migrations()
