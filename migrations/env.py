"""Alembic's environment: runs on the connection it is handed, or writes SQL for another database."""

from alembic import context

from wangfund.store.tables import metadata

config = context.config
connection = config.attributes.get("connection")

if connection is None:
    context.configure(
        dialect_name=config.get_main_option("dialect") or "postgresql",
        target_metadata=metadata,
        literal_binds=True,
        as_sql=True,
    )
    with context.begin_transaction():
        context.run_migrations()
else:
    # transactional_ddl off: the caller has begun, checks, and commits or rolls back everything at once.
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=False
    )
    context.run_migrations()
