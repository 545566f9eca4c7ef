"""The claims of a year, each as one row: for a list that is searched as one types."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from wangfund.domain.errors import Refused
from wangfund.domain.fiscal_year import fiscal_year
from wangfund.store.books import Books, Reader
from wangfund.store.claims import ClaimRow, all_claims, claims_given_back
from wangfund.store.member_lines import MemberLine, member_lines
from wangfund.store.members import member_by_id
from wangfund.usecases.claim_facts import assess_facts, told_facts
from wangfund.usecases.claim_view import UNDECIDED, WAITS, last_day_of
from wangfund.usecases.desk import desk_on
from wangfund.usecases.rules_in_force import all_rulebooks

OPEN_STATES = frozenset({"requested", "pending", "approved"})


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in the list: `net_satang` 0 until it is decided; `search` is the stored key of the member.

    `waits_for` is the code of what must still be brought before a meeting can decide it, "" for nothing; `last_day`
    the last day for that, None where the rules name none. `came_back`: its money was taken back and is to be paid again.
    """

    id: int
    fiscal_year: int
    number: int
    member_id: int
    member_no: str
    name: str
    moo: int
    benefit: str
    event_on: date
    claimed_on: date
    state: str
    net_satang: int
    search: str
    waits_for: str = ""
    last_day: date | None = None
    came_back: bool = False


@dataclass(frozen=True, slots=True)
class ClaimsOfYear:
    """The rows, newest first; the fiscal year shown (C.E.) and those in which there are claims, newest first."""

    fiscal_year: int
    years: tuple[int, ...]
    rows: tuple[ClaimLine, ...]


def claims_list(books: Books, year: int | None = None) -> ClaimsOfYear:
    """All claims of a fiscal year (None: today's), and those of every year that still wait. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    with books.read() as r:
        desk = desk_on(r, today)
        now = fiscal_year(today, desk.profile.fiscal_year_starts)
        wanted = now if year is None else year
        names = {one.code: one.name for book in all_rulebooks(r) for one in book.rules.benefits}
        people = {line.id: line for line in member_lines(r)}
        rows = all_claims(r)
        back = claims_given_back(r)
        waiting = {row.id: _waits(r, row) for row in rows if row.state in UNDECIDED}
    shown = [row for row in rows if row.fiscal_year == wanted or row.state in OPEN_STATES]
    years = sorted({now, wanted, *(row.fiscal_year for row in rows)}, reverse=True)
    lines = tuple(
        replace(
            _line(row, people[row.member_id], names, *waiting.get(row.id, ("", None))),
            came_back=row.state == "approved" and row.id in back,
        )
        for row in reversed(shown)
    )
    return ClaimsOfYear(wanted, tuple(years), lines)


def _waits(r: Reader, row: ClaimRow) -> tuple[str, date | None]:
    """What a claim still waits for as the rules see it now, and the last day for it."""
    try:
        assessed = assess_facts(
            r, member_by_id(r, row.member_id), row.benefit, told_facts(row), row.claimed_on, but=row.id
        )
    except Refused:
        # Rules adopted since ask for other facts: the claim itself says so when it is opened.
        return "", None
    reason = assessed.assessment.reason
    if reason not in WAITS:
        return "", None
    days = None if assessed.benefit is None else assessed.benefit.deadline_days
    return reason, last_day_of(reason, row.state, row.event_on, days)


def _line(
    row: ClaimRow, m: MemberLine, names: dict[str, str], waits_for: str, last_day: date | None
) -> ClaimLine:
    return ClaimLine(
        row.id,
        row.fiscal_year,
        row.number,
        m.id,
        m.member_no,
        m.name,
        m.moo,
        names.get(row.benefit, row.benefit),
        row.event_on,
        row.claimed_on,
        row.state,
        row.net_satang,
        m.search,
        waits_for,
        last_day,
    )
