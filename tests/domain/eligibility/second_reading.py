"""The demo fund's by-law read a second time, from its text alone: no line of it is shared with the engine.

A case in its shorthand goes in, the decision in the same shorthand comes out. Months are numbers
(year × 12 + month), coverage is a plain set of them, and the order of decision is the order of the lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

Case = Mapping[str, Any]

_FROM_2010 = date(2010, 1, 1)
_DEADLINES = {
    "BIRTH": 90, "HOSP": 90, "DEATH": 180, "FUNERAL": 30, "EDU": 90, "TRADITION": 90, "DISASTER": 60,
}  # fmt: skip
_WAITS_180 = {"BIRTH", "HOSP", "DEATH", "EDU", "TRADITION", "DISASTER"}
_WAITS_A_YEAR = {"DISABLED", "EDU", "TRADITION"}
_ONCE_A_YEAR = {"ELDER", "DISABLED"}
_ONCE_A_LIFE = {"DEATH", "FUNERAL"}
_OUTSIDE_THE_CEILING = {"DEATH", "FUNERAL", "VISIT"}
_DEATH = ((15, 20_000), (8, 15_000), (6, 10_000), (4, 8_000), (2, 6_000), (0, 3_000))
_DEATH_LATE = ((5, 5_000), (3, 3_000), (0, 1_500))
_ELDER = ((10, 500), (5, 300), (3, 200))


def decided(case: Case) -> dict[str, Any]:
    """The decision of one case: result, reason, gross, setoff, net, and where they apply the rest."""
    member, claim = case["member"], case["claim"]
    history = [past for past in case.get("history", []) if not (past.get("reversed") or past.get("status"))]
    code, event, claimed = claim["benefit"], _day(claim["event"]), _day(claim["claim"])
    joined = _day(member["joined"])
    assert event is not None
    assert claimed is not None
    assert joined is not None
    if event < _FROM_2010:
        return _no("NO_RULE_IN_FORCE")
    # 1 duplicate
    mine = [past for past in history if past["benefit"] == code]
    if claim.get("key") is not None and any(past.get("key") == claim["key"] for past in history):
        return _no("DUPLICATE")
    if code in _ONCE_A_YEAR and any(past["year"] == event.year for past in mine):
        return _no("DUPLICATE")
    if code in _ONCE_A_LIFE and mine:
        return _no("DUPLICATE")
    # 2, 3
    if claimed < event:
        return _no("CLAIM_BEFORE_EVENT")
    left, died = _day(member.get("left")), _day(member.get("died"))
    if event < joined or (left is not None and event >= left) or (died is not None and event > died):
        return _no("NOT_MEMBER_AT_EVENT")
    # 4 waiting
    first = joined
    if code in _WAITS_180:
        first = joined + timedelta(days=180)
    if code in _WAITS_A_YEAR:
        first = max(first, _birthday(joined, 1))
    if event < first:
        return _no("WAITING", first_day=first.isoformat())
    # 5 arrears
    exempt = _months(member.get("exempt"))
    owed = _owed(member, exempt, joined, event)
    if code != "VISIT":
        if owed is None:
            return _waits("FACT_MISSING")
        refused = _rests(member, exempt, event, len(owed))
        if refused is not None:
            return refused
    # 6, 7
    if code in _DEADLINES and (claimed - event).days > _DEADLINES[code]:
        return _no("LATE_CLAIM", last_day=(event + timedelta(days=_DEADLINES[code])).isoformat())
    if claim.get("missing_docs"):
        return _waits("DOC_MISSING")
    # 8, 9
    told = _amount(code, member, claim, event, joined, history)
    if isinstance(told, dict):
        return told
    gross, nights, reason = told
    # 10
    since = _months(member.get("paid_since"))
    still = [month for month in owed or [] if month not in since]
    kept = 0 if code == "VISIT" else min(30 * len(still), gross)
    heir = claim.get("payee_is_beneficiary", True)
    pending = not heir and (code == "DEATH" or (died is not None and claimed > died))
    return {
        "result": "PENDING" if pending else "PAY",
        "reason": "HEIR_RESOLUTION" if pending else reason,
        "gross": gross,
        "setoff": kept,
        "net": gross - kept,
        "nights": nights,
    }


def _owed(member: Case, exempt: set[int], joined: date, event: date) -> list[int] | None:
    """The months owed; None when nobody knows what was paid."""
    through = member.get("paid_through")
    if through is None and not exempt:
        return None
    covered = exempt | _months(member.get("waived"))
    if through is not None:
        covered |= set(range(_month(joined.isoformat()), _month(through) + 1))
    months = range(_month(joined.isoformat()), _month(event.isoformat()))
    return [month for month in months if month not in covered]


def _rests(member: Case, exempt: set[int], event: date, owed: int) -> dict[str, Any] | None:
    reinstated = _day(member.get("reinstated"))
    if _month(event.isoformat()) not in exempt:
        if owed >= 12:
            return _no("LAPSED", arrears=owed)
        if owed >= 3:
            return _no("SUSPENDED", arrears=owed)
        if reinstated is not None and event < reinstated:
            return _no("SUSPENDED")
    if reinstated is None or _month(reinstated.isoformat()) in exempt or event < reinstated:
        return None
    if (event - reinstated).days < 30:
        return _no("REINSTATE_WAIT", first_day=(reinstated + timedelta(days=30)).isoformat())
    return None


def _amount(
    code: str, member: Case, claim: Case, event: date, joined: date, history: Sequence[Case]
) -> tuple[int, int, str] | dict[str, Any]:
    """Gross, nights and reason; or the refusal."""
    born = _day(member.get("birth"))
    years = _years(joined, event)
    this_year = [past for past in history if past["year"] == event.year]
    used_nights = sum(past.get("nights", 0) for past in this_year if past["benefit"] in {"HOSP", "BIRTH"})
    room = max(20 - used_nights, 0)
    base, nights, reason = 0, 0, "OK"
    if code == "BIRTH":
        if claim.get("live") is None:
            return _waits("FACT_MISSING")
        if claim["live"] < 1:
            return _no("NO_LIVE_BIRTH")
        base = 500 * claim["live"]
        asked = claim.get("nights") or 0 if claim.get("mother_is_member") else 0
        nights = min(asked, 5, room)
        reason = "CAPPED" if nights < asked else "OK"
    elif code == "HOSP":
        admitted = _day(claim.get("admitted"))
        if admitted is None:
            return _waits("FACT_MISSING")
        asked = (event - admitted).days
        if asked < 1:
            return _no("NO_NIGHT")
        nights = min(asked, 10, room)
        if nights == 0:
            return _no("CAP_REACHED")
        reason = "CAPPED" if nights < asked else "OK"
    elif code == "ELDER":
        if (event.month, event.day) != (4, 13):
            return _no("WRONG_PAY_DAY")
        if born is None:
            return _waits("FACT_MISSING")
        if _years(born, event) < 60:
            return _no("AGE")
        base = _tier(_ELDER, years)
        if not base:
            return _no("WAITING")
    elif code == "DEATH":
        if born is None:
            return _waits("FACT_MISSING")
        base = _tier(_DEATH_LATE if _years(born, joined) >= 65 else _DEATH, years)
    elif code == "FUNERAL":
        base = 500
    elif code == "DISABLED":
        if (event.month, event.day) != (12, 3):
            return _no("WRONG_PAY_DAY")
        if not claim.get("disability_card"):
            return _no("NO_DISABILITY_CARD")
        others = [past["gross"] for past in this_year if past["benefit"] == "ELDER"]
        base = max(300 - sum(others), 0)
        if others and not base:
            return _no("EXCLUSIVE_WITH_ELDER")
        reason = "TOP_UP" if base < 300 else "OK"
    elif code == "EDU":
        if claim.get("gpa") is None:
            return _waits("FACT_MISSING")
        if claim["gpa"] < 3.5:
            return _no("GPA")
        base = 500
    elif code == "TRADITION":
        base = 300
    elif code == "DISASTER":
        if claim.get("damage") is None:
            return _waits("FACT_MISSING")
        base = {"total": 3000, "partial": 1000}[claim["damage"]]
    elif code == "VISIT":
        if sum(past["benefit"] == "VISIT" for past in this_year) >= 2:
            return _no("CAP_REACHED")
        base = min(claim.get("value", 200), 200)
        return base, 0, reason
    return _under_the_ceiling(code, base, nights, reason, this_year)


def _under_the_ceiling(
    code: str, base: int, nights: int, reason: str, this_year: Sequence[Case]
) -> tuple[int, int, str] | dict[str, Any]:
    gross = base + 100 * nights
    if code in _OUTSIDE_THE_CEILING:
        return gross, nights, reason
    used = sum(past["gross"] for past in this_year if past["benefit"] not in _OUTSIDE_THE_CEILING)
    room = max(5_000 - used, 0)
    if gross <= room:
        return gross, nights, reason
    while nights and base + 100 * nights > room:
        nights -= 1
    base = min(base, room - 100 * nights)
    if base + nights == 0:
        return _no("ANNUAL_CAP_REACHED")
    return base + 100 * nights, nights, "CAPPED_ANNUAL"


def _no(reason: str, **more: object) -> dict[str, Any]:
    return {"result": "REFUSE", "reason": reason, "gross": 0, "setoff": 0, "net": 0, **more}


def _waits(reason: str) -> dict[str, Any]:
    return {"result": "PENDING", "reason": reason, "gross": 0, "setoff": 0, "net": 0}


def _tier(table: Sequence[tuple[int, int]], years: int) -> int:
    return next((baht for least, baht in table if years >= least), 0)


def _birthday(day: date, years: int) -> date:
    """The anniversary; 29 February is kept on the 28th in common years."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


def _years(since: date, day: date) -> int:
    number = 0
    while _birthday(since, number + 1) <= day:
        number += 1
    return number


def _day(told: str | None) -> date | None:
    return None if told is None else date(*map(int, told.split("-")))


def _month(told: str) -> int:
    year, month = told.split("-")[:2]
    return int(year) * 12 + int(month)


def _months(pair: Sequence[str] | None) -> set[int]:
    return set() if not pair else set(range(_month(pair[0]), _month(pair[1]) + 1))
