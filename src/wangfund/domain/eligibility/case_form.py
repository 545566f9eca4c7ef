"""One decided case in its shorthand (baht, ISO days, 'paid_through') as the engine's facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wangfund.domain.dues.coverage import Range
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts, PastClaim, Whose
from wangfund.domain.eligibility.read_claim import read_claim
from wangfund.domain.money import SATANG_PER_BAHT
from wangfund.domain.rulebook.model import Benefit, FactType, Rulebook
from wangfund.thai.period import Period

_LAST_PERIOD = Period(9999, 12)
_BAHT_CAP = 100_000_000
_GIVES_ROOM_BACK = frozenset({"reversed", "refused", "withdrawn"})


class CaseUnreadable(ValueError):
    """A case lacks what every case has, or says it in another form; the argument names the word."""


@dataclass(frozen=True, slots=True)
class Case:
    """A decided case: the facts, and the decision expected (its words as they stand in the file)."""

    name: str
    claim: ClaimFacts
    member: MemberFacts
    history: tuple[PastClaim, ...]
    expect: Mapping[str, object]


def read_case(raw: object, rulebook: Rulebook) -> Case:
    """One case of a case file.

    A key stands as written: without one, the event is unlike every other. A coverage that is null is
    unknown; before `paid_through`, every month from the joining month on is covered. A benefit the
    rulebook does not know has no facts.

    Raises:
        CaseUnreadable: a word is missing or of another form.
    """
    case = _table(raw, "case")
    return Case(
        name=str(case.get("case", "")),
        claim=_claim(_table(case.get("claim"), "claim"), rulebook),
        member=_member(_table(case.get("member"), "member")),
        history=tuple(_past(_table(one, "history")) for one in _list(case.get("history", []), "history")),
        expect=_table(case.get("expect"), "expect"),
    )


def _claim(raw: Mapping[str, object], rulebook: Rulebook) -> ClaimFacts:
    claimed_on = _day(raw, "claim") or _day(raw, "claimed_on")
    if claimed_on is None:
        raise CaseUnreadable("claim")
    code = str(raw.get("benefit", ""))
    benefit = rulebook.benefit(code)
    if benefit is None:
        event = _day(raw, "event")
        if event is None:
            raise CaseUnreadable("event")
        return ClaimFacts(code, event, claimed_on)
    claim = read_claim(benefit, _spelled_out(benefit, raw), claimed_on).claim
    if claim is None:
        raise CaseUnreadable("event")
    key = raw.get("key")
    return replace(claim, key=key if isinstance(key, str) else None)


def _spelled_out(benefit: Benefit, raw: Mapping[str, object]) -> Mapping[str, object]:
    """The claim with its shorthand undone: a choice told by its own word ('total': true) or under any name."""
    said = dict(raw)
    names = {name for word in benefit.facts for name in (word.name, *word.also)}
    for word in benefit.facts:
        if word.type is FactType.CHOICE and not any(name in raw for name in (word.name, *word.also)):
            others = [raw[name] for name in raw if name not in names]
            for code, _ in word.choices:
                if raw.get(code) is True or code in others:
                    said[word.name] = code
    return said


def _member(raw: Mapping[str, object]) -> MemberFacts:
    joined = _day(raw, "joined")
    if joined is None:
        raise CaseUnreadable("joined")
    start = Period.of(joined)
    through = _period(raw, "paid_through")
    paid: tuple[Range, ...] = ()
    if through is not None and through >= start:
        paid = ((start, through),)
    unpaid_from = start if through is None else max(start, through.plus(1))
    exempt = _ranges(raw, "exempt", unpaid_from) + _ranges(raw, "exempt_until", unpaid_from)
    return MemberFacts(
        joined=joined,
        left=_day(raw, "left"),
        died=_day(raw, "died"),
        birth_date=_day(raw, "birth") or _day(raw, "birth_date"),
        coverage_known=through is not None or bool(exempt),
        covered=paid + _ranges(raw, "covered", start) + _ranges(raw, "waived", start) + exempt,
        exempt=exempt,
        paid_since=_ranges(raw, "paid_since", start),
        reinstated=_day(raw, "reinstated"),
    )


def _past(raw: Mapping[str, object]) -> PastClaim:
    key, year, units = raw.get("key"), raw.get("year"), raw.get("nights", raw.get("units", 0))
    whose = raw.get("whose", Whose.OWN.value)
    if not isinstance(whose, str) or whose not in set(Whose):
        raise CaseUnreadable("whose")
    if isinstance(units, int) and units < 0:
        raise CaseUnreadable("nights")
    status = raw.get("status")
    gives_back = isinstance(status, str) and status in _GIVES_ROOM_BACK
    return PastClaim(
        benefit=str(raw.get("benefit", "")),
        gross_satang=_satang(raw.get("gross", 0)),
        units=units if isinstance(units, int) else 0,
        key=key if isinstance(key, str) else None,
        event=_day(raw, "event"),
        year=year if isinstance(year, int) else None,
        whose=Whose(whose),
        counts=not gives_back and raw.get("reversed") is not True,
    )


def _satang(gross: object) -> int:
    """Baht of an earlier claim, within what a fund could have paid."""
    if isinstance(gross, bool) or not isinstance(gross, (int, float)) or not 0 <= gross <= _BAHT_CAP:
        raise CaseUnreadable("gross")
    return round(gross * SATANG_PER_BAHT)


def _ranges(raw: Mapping[str, object], word: str, start: Period) -> tuple[Range, ...]:
    """Months as [from, to], a list of such, {'from','to'}, a last month, or true for open-ended."""
    told = raw.get(word)
    if told is None or told is False:
        return ()
    if told is True:
        return ((start, _LAST_PERIOD),)
    if isinstance(told, str):
        return ((start, _month(told, word)),)
    if isinstance(told, Mapping):
        return (_pair(told.get("from"), told.get("to", told.get("until")), word),)
    rows = _list(told, word)
    if len(rows) == 2 and all(isinstance(row, str) for row in rows):
        return (_pair(rows[0], rows[1], word),)
    ranges: list[Range] = []
    for row in rows:
        if isinstance(row, str):
            ranges.append((_month(row, word), _month(row, word)))
        else:
            ranges.extend(_ranges({word: row}, word, start))
    return tuple(ranges)


def _pair(first: object, last: object, word: str) -> Range:
    return _month(first, word), _LAST_PERIOD if last is None else _month(last, word)


def _period(raw: Mapping[str, object], word: str) -> Period | None:
    return None if raw.get(word) is None else _month(raw[word], word)


def _month(told: object, word: str) -> Period:
    if not isinstance(told, str):
        raise CaseUnreadable(word)
    try:
        return Period.parse(told[:7])
    except ValueError:
        raise CaseUnreadable(word) from None


def _day(raw: Mapping[str, object], word: str) -> date | None:
    told = raw.get(word)
    if told is None:
        return None
    if not isinstance(told, str):
        raise CaseUnreadable(word)
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise CaseUnreadable(word) from None


def _table(raw: object, word: str) -> Mapping[str, object]:
    if not isinstance(raw, Mapping):
        raise CaseUnreadable(word)
    return raw


def _list(raw: object, word: str) -> Sequence[object]:
    if not isinstance(raw, list):
        raise CaseUnreadable(word)
    return raw
