"""A list of benefits paid before the program beside the file: what each row would become, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from wangfund.domain.eligibility.assess import rulebook_for
from wangfund.domain.errors import Finding, Severity, Values
from wangfund.domain.past.check_past import Stay, amount_findings, life_findings, when_findings
from wangfund.domain.past.past_key import event_mark, key_words, needs_telling, past_mark
from wangfund.domain.past.repeats import PastSame, is_same
from wangfund.domain.past.told import PastTold, is_wrong
from wangfund.domain.rulebook.model import Benefit, Rulebook, Scope
from wangfund.store.books import Reader
from wangfund.store.claims import ClaimRow, claims_of_member, claims_with_key
from wangfund.store.members import MemberRow, SpellDates, member_by_no, spells_of
from wangfund.store.past_benefits import PastBenefitRow, past_of_member, past_with_key
from wangfund.usecases.rules_in_force import all_rulebooks

_GONE = frozenset({"refused", "withdrawn", "reversed"})


@dataclass(frozen=True, slots=True)
class PastRow:
    """A row as it was told, with the member it names and every finding; `entry` is what would be written (None: nothing).

    `member_name` and `benefit` are "" and None where they are not known.
    """

    told: PastTold
    member_name: str
    benefit: Benefit | None
    entry: PastSame | None
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> bool:
        """Whether the row may not come in."""
        return is_wrong(self.findings)


def judge_past(r: Reader, rows: Iterable[PastTold], today: date) -> tuple[PastRow, ...]:
    """Each row beside the register, the rules, the claims, what is there already and the rows before it. Reads only."""
    books = [book.rules for book in all_rulebooks(r)]
    file, before = _File(r), _Before()
    judged: list[PastRow] = []
    for told in rows:
        row = _judged(file, told, books, today)
        if row.entry is not None:
            twice = before.same(row.entry)
            before.add(row)
            if twice is not None:
                values: Values = {"other_row": twice.row, "other_sheet": twice.sheet}
                finding = Finding("PAST_REPEATED", "event", values=values)
                row = PastRow(told, row.member_name, row.benefit, row.entry, (*row.findings, finding))
        judged.append(row)
    return tuple(judged)


class _File:
    """What the file says of each member, asked once."""

    def __init__(self, r: Reader) -> None:
        self.r = r
        self._members: dict[str, MemberRow | None] = {}
        self._spells: dict[int, tuple[SpellDates, ...]] = {}
        self._past: dict[int, tuple[PastBenefitRow, ...]] = {}
        self._claims: dict[int, tuple[ClaimRow, ...]] = {}

    def member(self, number: str) -> MemberRow | None:
        if number not in self._members:
            self._members[number] = member_by_no(self.r, number) if number else None
        return self._members[number]

    def spells(self, member_id: int) -> tuple[SpellDates, ...]:
        if member_id not in self._spells:
            self._spells[member_id] = spells_of(self.r, member_id)
        return self._spells[member_id]

    def past(self, member_id: int) -> tuple[PastBenefitRow, ...]:
        if member_id not in self._past:
            self._past[member_id] = past_of_member(self.r, member_id)
        return self._past[member_id]

    def claims(self, member_id: int) -> tuple[ClaimRow, ...]:
        if member_id not in self._claims:
            self._claims[member_id] = claims_of_member(self.r, member_id)
        return self._claims[member_id]


class _Before:
    """The rows of the list so far, found by what can make two of them the same."""

    def __init__(self) -> None:
        self._rows: dict[object, list[tuple[int, PastSame, PastTold]]] = {}
        self._count = 0

    def add(self, row: PastRow) -> None:
        if row.entry is not None:
            for mark in self._marks(row.entry):
                self._rows.setdefault(mark, []).append((self._count, row.entry, row.told))
            self._count += 1

    def same(self, entry: PastSame) -> PastTold | None:
        """The first row before that is the same, None where there is none."""
        found = [
            (at, told)
            for mark in self._marks(entry)
            for at, one, told in self._rows.get(mark, ())
            if is_same(one, entry)
        ]
        return min(found, key=lambda each: each[0])[1] if found else None

    def _marks(self, entry: PastSame) -> tuple[object, ...]:
        # `is_same` asks for the key, or for member, benefit and day (no day is a day of its own).
        day = (entry.member_id, entry.benefit, entry.event)
        return (day,) if entry.once_key is None else (day, entry.once_key)


def _judged(file: _File, told: PastTold, books: list[Rulebook], today: date) -> PastRow:
    findings = list(told.findings)
    stays: list[Stay] = []
    m = file.member(told.member_no)
    if m is None:
        findings.append(Finding("PAST_MEMBER_UNKNOWN", "member_no", values={"value": told.member_no[:40]}))
    else:
        stays = [Stay(spell.starts_on, spell.ended_on) for spell in file.spells(m.id)]
        findings += when_findings(told, stays, today)
    found = _benefit(told, books)
    if found is None:
        known = ", ".join(one.code for one in books[-1].benefits)
        values = {"value": told.benefit[:40], "known": known}
        findings.append(Finding("PAST_BENEFIT_UNKNOWN", "benefit", values=values))
        return PastRow(told, "" if m is None else m.name, None, None, tuple(findings))
    rules, benefit = found
    findings += amount_findings(told, benefit, rules)
    if m is not None:
        findings += life_findings(benefit, stays)
    mark, said = _mark(benefit, told)
    findings += said
    entry = None
    if m is not None and told.year is not None and told.gross_satang is not None:
        key = past_mark(benefit, told, mark)
        once = (
            None if key is None else f"fund:{key[1]}" if key[0] is Scope.FUND else f"member {m.id}:{key[1]}"
        )
        entry = PastSame(
            m.id, benefit.code, told.event, told.year, told.gross_satang, told.units or 0, once, told.note
        )
        findings += _there_already(file, entry)
    return PastRow(told, "" if m is None else m.name, benefit, entry, tuple(findings))


def _benefit(told: PastTold, books: list[Rulebook]) -> tuple[Rulebook, Benefit] | None:
    """By its code or its whole name, in the version of the event's day, else in any, the newest first."""
    said = " ".join(told.benefit.split()).casefold()
    of_day = rulebook_for(books, told.event) if told.event is not None else None
    for rules in [*([of_day] if of_day is not None else []), *reversed(books)]:
        for benefit in rules.benefits:
            if said in {benefit.code.casefold(), " ".join(benefit.name.split()).casefold()}:
                return rules, benefit
    return None


def _mark(benefit: Benefit, told: PastTold) -> tuple[str | None, list[Finding]]:
    words = key_words(benefit) or "–"
    try:
        mark = event_mark(benefit, told)
    except ValueError:
        values = {"value": told.key[:40], "form": words}
        return None, [Finding("PAST_KEY_UNREADABLE", "key", benefit.clause, values=values)]
    if mark is None and needs_telling(benefit):
        values = {"form": words}
        return None, [Finding("PAST_KEY_MISSING", "key", benefit.clause, Severity.WARNING, values)]
    return mark, []


def _there_already(file: _File, entry: PastSame) -> Iterator[Finding]:
    """PAST_ALREADY when it came in before, PAST_CLAIMED when the program has a claim of it."""
    rows = [
        *file.past(entry.member_id),
        *(past_with_key(file.r, entry.once_key) if entry.once_key else ()),
    ]
    same = next((row for row in rows if is_same(same_of(row), entry)), None)
    if same is not None:
        yield Finding("PAST_ALREADY", "event", values={"batch": same.batch_id})
    claims = [
        *file.claims(entry.member_id),
        *(claims_with_key(file.r, entry.once_key) if entry.once_key else ()),
    ]
    for row in claims:
        as_past = PastSame(
            row.member_id, row.benefit, row.event_on, row.event_on.year, 0, 0, row.once_key, ""
        )
        if row.state not in _GONE and is_same(as_past, entry):
            yield Finding("PAST_CLAIMED", "event", values={"other_claim": f"{row.number}/{row.fiscal_year}"})
            return


def same_of(row: PastBenefitRow) -> PastSame:
    """A row of the file as what tells it from another."""
    return PastSame(
        row.member_id,
        row.benefit,
        row.event_on,
        row.year,
        row.gross_satang,
        row.units,
        row.once_key,
        row.note,
    )
