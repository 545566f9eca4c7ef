"""What keeps the file honest: the chain of links, the plain words beside it, imports and printings."""

from __future__ import annotations

import sqlalchemy as sa

from wangfund.store.columns import id_column, number, one_of, salt_column, text
from wangfund.store.tables.metadata import metadata

link = sa.Table(
    "link",
    metadata,
    sa.Column("no", sa.Integer, primary_key=True),
    text("at_utc"),
    text("who"),
    text("code"),
    text("table_name"),
    number("row_id"),
    sa.Column("digest", sa.LargeBinary, nullable=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
    sa.Index("ix_link_table_name", "table_name", "row_id", "no"),
    sqlite_strict=True,
)

story = sa.Table(
    "story",
    metadata,
    sa.Column("no", sa.Integer, sa.ForeignKey("link.no"), primary_key=True),
    text("facts"),
    sqlite_strict=True,
)

import_batch = sa.Table(
    "import_batch",
    metadata,
    id_column(),
    text("kind"),
    text("file_name"),
    text("file_sha256"),
    text("state"),
    text("counts"),
    salt_column(),
    one_of("state", ("done", "undone"), "state"),
    sqlite_strict=True,
)

import_member = sa.Table(
    "import_member",
    metadata,
    sa.Column("batch_id", sa.Integer, sa.ForeignKey("import_batch.id"), primary_key=True),
    sa.Column("member_id", sa.Integer, primary_key=True),
    text("action"),
    text("before", required=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

printing = sa.Table(
    "printing",
    metadata,
    id_column(),
    text("paper"),
    number("row_id"),
    text("at_utc"),
    sa.Index("ix_printing_paper", "paper", "row_id"),
    sqlite_strict=True,
)
