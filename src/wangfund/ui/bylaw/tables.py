"""The lists of the page as columns: the by-law, the draft beside it, claims replayed by kind and by member."""

from __future__ import annotations

from wangfund.thai.dates import table_date
from wangfund.ui.bylaw.replay_rows import count, plain, signed
from wangfund.ui.bylaw.rows import TableRow
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.rows_model import Column
from wangfund.usecases.replay_rules import KindSum, ReplayedClaim


def version_columns(theme: Theme) -> tuple[Column[TableRow], ...]:
    """A version: clause, benefit with its conditions, how much."""
    return (
        Column("ข้อ", lambda row: row.clause, 64, tone=lambda _row: "pri"),
        Column("สวัสดิการและเงื่อนไข", lambda row: row.name, below=lambda row: row.below),
        Column("ได้รับ (บาท)", lambda row: row.now, 230 if not theme.compact else 190, right=True),
    )


def draft_columns(theme: Theme) -> tuple[Column[TableRow], ...]:
    """A draft: what it was and what it becomes, the changed ones marked."""
    wide = 168 if not theme.compact else 150
    return (
        Column("ข้อ", lambda row: row.clause, 64, tone=lambda _row: "pri", fill=lambda row: row.fill),
        Column("สวัสดิการและเงื่อนไข", lambda row: row.name, below=lambda row: row.below),
        Column("ใช้อยู่", lambda row: row.was, wide, right=True),
        Column(
            "ร่าง",
            lambda row: row.now,
            wide,
            right=True,
            tone=lambda row: row.tone,
            icon=lambda row: row.icon,
        ),
    )


def kind_columns(theme: Theme) -> tuple[Column[KindSum], ...]:
    """Claims replayed, by kind; where there is little room how many stand below the name."""
    counts: tuple[Column[KindSum], ...] = (
        Column("มากขึ้น", lambda k: count(k.more), 80, right=True),
        Column("น้อยลง", lambda k: count(k.less), 80, right=True),
    )
    claims: Column[KindSum] = Column("คำขอ", lambda k: count(k.claims), 76, right=True)
    return (
        Column("เรื่อง", lambda k: k.name, below=counted if theme.compact else None),
        *(() if theme.compact else (claims,)),
        Column("จ่ายจริง", lambda k: plain(k.then_satang), 98, right=True),
        Column("ตามร่าง", lambda k: plain(k.now_satang), 98, right=True),
        Column(
            "ต่าง",
            lambda k: signed(k.now_satang - k.then_satang),
            100,
            right=True,
            tone=lambda k: "warn" if k.now_satang != k.then_satang else "ink3",
        ),
        *(() if theme.compact else counts),
    )


def counted(kind: KindSum) -> str:
    """How many claims, and how many of them come to more or less."""
    parts = (f"{kind.claims:,} คำขอ", f"มากขึ้น {count(kind.more)}", f"น้อยลง {count(kind.less)}")
    return " · ".join(parts)


def people_columns(names: dict[str, str]) -> tuple[Column[ReplayedClaim], ...]:
    """The claims that would have come to something else, by member."""
    return (
        Column("วันเกิดเหตุ", lambda c: table_date(c.event_on), 112, sort=lambda c: c.event_on),
        Column(
            "ชื่อ–สกุล และเรื่อง",
            lambda c: c.member_name,
            second=lambda c: c.member_no,
            sort=lambda c: c.member_no,
            below=lambda c: names.get(c.benefit, c.benefit),
        ),
        Column("จ่ายจริง", lambda c: plain(c.then_satang), 100, right=True),
        Column("ตามร่าง", lambda c: plain(c.now_satang), 100, right=True),
        Column(
            "ต่าง",
            lambda c: signed(c.now_satang - c.then_satang),
            90,
            right=True,
            sort=lambda c: c.now_satang - c.then_satang,
            tone=lambda c: "warn" if c.now_satang > c.then_satang else "pri",
        ),
    )
