"""The fund file: the one room that knows SQLAlchemy, alembic and SQLite."""
