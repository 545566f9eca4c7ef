"""A claim's facts as told (JSON, a form) read by the benefit's own words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from wangfund.domain.eligibility.event_key import event_key, key_rule
from wangfund.domain.eligibility.facts import ClaimFacts
from wangfund.domain.errors import Finding, Values
from wangfund.domain.money import SATANG_PER_BAHT
from wangfund.domain.rulebook.duration import whole_years
from wangfund.domain.rulebook.model import (
    BETWEEN,
    SPOKEN_WORDS,
    WORKED_OUT,
    Benefit,
    FactType,
    FactValue,
    FactWord,
)
from wangfund.thai.dates import parse_civil_date

_DOCUMENTS = ("missing_docs", "missing_documents")
_PAYEE = ("payee_is_beneficiary", "payee_is_heir")
_WHO = "who"
_NAME = "payee"  # who will fetch the money, in free words: for the papers, it decides nothing
_WHOLE_CAP = 10_000
_BAHT_CAP = 10_000_000
_TEXT_CAP = 200


@dataclass(frozen=True, slots=True)
class ClaimReading:
    """What was understood: the claim (None without a readable event day), faults, and words not asked for."""

    claim: ClaimFacts | None
    findings: tuple[Finding, ...]
    unread: tuple[str, ...]


def read_claim(benefit: Benefit, told: Mapping[str, object], claimed_on: date) -> ClaimReading:
    """Read the facts of a claim; a fact that cannot be trusted is left out with a finding.

    Dates are 'YYYY-MM-DD' (B.E. from 2400 on) or dates, money is baht. The key comes from the facts; a
    key told stands only where they do not make one.
    Findings: FACT_MISSING (event), FACT_WRONG_TYPE (31 February too), FACT_NOT_A_CHOICE, FACT_OUT_OF_RANGE (more
    than makes sense: 500 nights), FACT_DATES_REVERSED (the first of two dates is after the second), FACT_COUNTED_OTHERWISE (a number is
    told that the dates told beside it do not give). Years without a claim are never told.
    """
    findings: list[Finding] = []
    used: set[str] = set(SPOKEN_WORDS)
    values: dict[str, FactValue] = {}
    for word in benefit.facts:
        name = next((one for one in (word.name, *word.also) if told.get(one) is not None), None)
        if name is None or word.type is FactType.YEARS_WITHOUT_CLAIM:
            continue
        used.add(name)
        value = _value(word, told[name])
        if isinstance(value, Finding):
            findings.append(value)
        else:
            values[word.name] = value
    who = told.get(_WHO)
    if who is not None:
        used.add(_WHO)
        if isinstance(who, str) and who in benefit.who:
            values[_WHO] = who
        else:
            findings.append(Finding("FACT_NOT_A_CHOICE", field=_WHO, values={"fact": _WHO, "label": ""}))
    payee_name = told.get(_NAME)
    if payee_name is not None and (not isinstance(payee_name, str) or len(payee_name) > _TEXT_CAP):
        findings.append(Finding("FACT_WRONG_TYPE", field=_NAME, values={"fact": _NAME, "label": ""}))
    event = _day(told.get("event"))
    if event is None:
        values_of_event = {"fact": "event", "label": benefit.event}
        code = "FACT_MISSING" if told.get("event") in (None, "") else "FACT_WRONG_TYPE"
        findings.insert(0, Finding(code, field="event", values=values_of_event))
        return ClaimReading(None, tuple(findings), _unread(told, used))
    findings.extend(_dates_against(benefit, values, event))
    payee = next((told[one] for one in _PAYEE if isinstance(told.get(one), bool)), True)
    claim = ClaimFacts(
        benefit=benefit.code,
        event=event,
        claimed_on=claimed_on,
        values=values,
        key=event_key(benefit, event, values) or _told_key(benefit, told),
        missing_documents=_documents(told),
        payee_is_heir=bool(payee),
    )
    return ClaimReading(claim, tuple(findings), _unread(told, used))


def _told_key(benefit: Benefit, told: Mapping[str, object]) -> str | None:
    """The event's name as told, where the facts that make it were not."""
    key = told.get("key")
    if not isinstance(key, str) or not 0 < len(key) <= _TEXT_CAP or key_rule(benefit) is None:
        return None
    return " ".join(key.split()) or None


def _unread(told: Mapping[str, object], used: set[str]) -> tuple[str, ...]:
    return tuple(name for name in told if name not in used)


def _documents(told: Mapping[str, object]) -> tuple[str, ...]:
    for name in _DOCUMENTS:
        papers = told.get(name)
        if isinstance(papers, str) and papers:
            return (papers,)
        if isinstance(papers, (list, tuple)) and papers:
            return tuple(str(paper) for paper in papers)
    return ()


def _dates_against(benefit: Benefit, values: Mapping[str, FactValue], event: date) -> list[Finding]:
    """Two dates in the wrong order, and a number told beside two dates that give another."""
    found = []
    days: dict[str, object] = {**values, "event": event}
    for word in benefit.facts:
        since, until = days.get(word.since), days.get(word.until)
        if word.type not in BETWEEN or not isinstance(since, date) or not isinstance(until, date):
            continue
        if since > until:
            dates = {"first_date": since.isoformat(), "second_date": until.isoformat()}
            found.append(Finding("FACT_DATES_REVERSED", word.since, benefit.clause, values=dates))
            continue
        counted = whole_years(since, until) if word.type is FactType.YEARS_BETWEEN else (until - since).days
        if word.most is not None and counted > word.most:
            found.append(_out_of_range(word, word.since))
            continue
        told = values.get(word.name)
        if told is not None and told != counted:
            numbers: Values = {"label": word.label, "told": str(told), "counted": counted}
            found.append(Finding("FACT_COUNTED_OTHERWISE", word.name, benefit.clause, values=numbers))
    return found


def _value(word: FactWord, told: object) -> FactValue | Finding:
    value = _READERS[word.type](word, told)
    if word.most is not None and isinstance(value, (int, Decimal)) and value > word.most:
        return _out_of_range(word, word.name)
    if value is not None:
        return value
    code = "FACT_NOT_A_CHOICE" if word.type is FactType.CHOICE else "FACT_WRONG_TYPE"
    if word.type in _NUMBERS and _number(told) is not None:
        return _out_of_range(word, word.name)
    return Finding(code, field=word.name, values={"fact": word.name, "label": word.label})


def _out_of_range(word: FactWord, field: str) -> Finding:
    return Finding("FACT_OUT_OF_RANGE", field=field, values={"fact": word.name, "label": word.label})


def _day(told: object) -> date | None:
    if isinstance(told, date):
        return told
    if not isinstance(told, str):
        return None
    try:
        return parse_civil_date(told)
    except ValueError:
        return None


def _number(told: object) -> Decimal | None:
    if isinstance(told, bool) or not isinstance(told, (int, float, str, Decimal)):
        return None
    if isinstance(told, float) and not math.isfinite(told):
        return None
    text = str(told).strip()
    if len(text) > 20:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _read_whole(_: FactWord, told: object) -> int | None:
    number = _number(told)
    if number is None or not 0 <= number <= _WHOLE_CAP or number != int(number):
        return None
    return int(number)


def _read_number(_: FactWord, told: object) -> Decimal | None:
    number = _number(told)
    return number if number is not None and 0 <= number <= _WHOLE_CAP else None


def _read_baht(_: FactWord, told: object) -> int | None:
    number = _number(told)
    if number is None or not 0 <= number <= _BAHT_CAP:
        return None
    satang = number * SATANG_PER_BAHT
    return int(satang) if satang == int(satang) else None


def _read_yes_no(_: FactWord, told: object) -> bool | None:
    return told if isinstance(told, bool) else None


def _read_choice(word: FactWord, told: object) -> str | None:
    if not isinstance(told, str):
        return None
    said = told.strip().casefold()
    codes = (code for code, label in word.choices if said in {code.casefold(), label.casefold()})
    return next(codes, None)


def _read_text(_: FactWord, told: object) -> str | None:
    if isinstance(told, bool) or not isinstance(told, (str, int)):
        return None
    text = " ".join(str(told).split())
    return text if 0 < len(text) <= _TEXT_CAP else None


def _read_date(_: FactWord, told: object) -> date | None:
    return _day(told)


_NUMBERS = frozenset({FactType.WHOLE, FactType.NUMBER, FactType.BAHT, *WORKED_OUT})
_READERS = {
    FactType.DATE: _read_date,
    FactType.WHOLE: _read_whole,
    FactType.NUMBER: _read_number,
    FactType.BAHT: _read_baht,
    FactType.YES_NO: _read_yes_no,
    FactType.CHOICE: _read_choice,
    FactType.TEXT: _read_text,
    FactType.DAYS_BETWEEN: _read_whole,
    FactType.YEARS_BETWEEN: _read_whole,
}
