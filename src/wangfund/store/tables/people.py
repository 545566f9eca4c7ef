"""The fund itself and its people: settings, villages, banks, committee, rulebooks, members, spells."""

from __future__ import annotations

import sqlalchemy as sa

from wangfund.store.columns import Flag, day, id_column, number, one_of, ref, salt_column, text, where
from wangfund.store.tables.metadata import metadata

setting = sa.Table(
    "setting",
    metadata,
    id_column(),
    text("key"),
    text("value"),
    salt_column(),
    sa.UniqueConstraint("key"),
    sqlite_strict=True,
)

village = sa.Table(
    "village",
    metadata,
    id_column(),
    number("moo"),
    text("name"),
    text("collector", required=False),
    salt_column(),
    sa.UniqueConstraint("moo"),
    sqlite_strict=True,
)

bank = sa.Table(
    "bank",
    metadata,
    id_column(),
    text("name"),
    text("number"),
    text("account"),
    salt_column(),
    day("closed_on", required=False),
    sa.UniqueConstraint("name"),
    sa.UniqueConstraint("account"),
    sqlite_strict=True,
)

officer = sa.Table(
    "officer",
    metadata,
    id_column(),
    text("role"),
    text("name"),
    number("position"),
    day("since", required=False),
    day("until", required=False),
    salt_column(),
    sqlite_strict=True,
)

rulebook = sa.Table(
    "rulebook",
    metadata,
    id_column(),
    text("identity"),
    number("version"),
    day("effective_from"),
    text("resolution", required=False),
    text("source"),
    salt_column(),
    sa.UniqueConstraint("identity", "version"),
    sqlite_strict=True,
)

member = sa.Table(
    "member",
    metadata,
    id_column(),
    text("member_no"),
    text("national_id", required=False),
    text("title"),
    text("given_name"),
    text("family_name"),
    text("name_sort"),
    text("search"),
    day("birth_date", required=False),
    text("house_no", required=False),
    text("house_sort"),
    ref("village_id", "village"),
    text("phone", required=False),
    text("heir_name", required=False),
    text("heir_relation", required=False),
    text("cadence"),
    salt_column(),
    sa.UniqueConstraint("member_no"),
    sa.Index("ix_member_village_id", "village_id", "house_sort", "name_sort"),
    sa.Index("ix_member_national_id", "national_id", unique=True, **where("national_id IS NOT NULL")),
    sqlite_strict=True,
)

SPELL_CAUSES = ("resigned", "died", "lapsed", "moved", "unqualified")

spell = sa.Table(
    "spell",
    metadata,
    id_column(),
    ref("member_id", "member"),
    day("starts_on"),
    day("applied_on"),
    day("ended_on", required=False),
    text("cause", required=False),
    text("resolution", required=False),
    sa.Column("coverage_known", Flag, nullable=False),
    salt_column(),
    one_of("cause", SPELL_CAUSES, "cause"),
    sa.CheckConstraint("coverage_known IN (0, 1)", name="known"),
    sa.CheckConstraint("(ended_on IS NULL) = (cause IS NULL)", name="ended_with_cause"),
    sa.CheckConstraint("ended_on IS NULL OR ended_on >= starts_on", name="ends_after_start"),
    sa.Index("ix_spell_member_id", "member_id", "starts_on"),
    sa.Index("ix_spell_open", "member_id", unique=True, **where("ended_on IS NULL")),
    sqlite_strict=True,
)
