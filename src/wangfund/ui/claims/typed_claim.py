"""A claim as far as it is typed: kept while the fund is open and over a power cut, read as the command it comes to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Final

from wangfund.domain.eligibility.told_fact import EVENT, MISSING_PAPERS, PAYEE, PAYEE_IS_HEIR
from wangfund.domain.rulebook.model import Benefit
from wangfund.thai.dates import be_year
from wangfund.ui.claims.asks import Stretch, as_typed, asks_of, read_ask, stretches_of
from wangfund.ui.widgets.typed import typed_date, typed_text
from wangfund.usecases.claim_view import ClaimView
from wangfund.usecases.request_claim import RequestClaim

BENEFIT: Final = "desk.benefit"
PAPERS: Final = "desk.papers"
WHOM: Final = "desk.payee"
NAME: Final = "desk.payee_name"
CLAIMED: Final = "desk.claimed_on"
HERSELF: Final = "member"
HEIR: Final = "heir"
OTHER: Final = "other"
LONGEST_NAME: Final = 120


@dataclass(slots=True)
class TypedClaim:
    """`texts` are what stands in each field, by the fact's name or one of the names above. `amends`: the claim put right."""

    member_id: int = 0
    member_no: str = ""
    name: str = ""
    benefit: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    amends: int = 0

    @property
    def begun(self) -> bool:
        """Whether anything was typed that it would be a pity to lose."""
        first = {BENEFIT, WHOM, CLAIMED}
        return any(text not in {"", "[]"} for name, text in self.texts.items() if name not in first)

    def command(self, benefit: Benefit, today: date) -> RequestClaim | None:
        """What the rules can be asked with what is typed so far; None before the event's day can be read."""
        told = self.told(benefit, today)
        claimed = self.claimed_on(today)
        if EVENT not in told or claimed is None:
            return None
        return RequestClaim(self.member_no, benefit.code, told, claimed)

    def told(self, benefit: Benefit, today: date) -> dict[str, object]:
        """The facts that can be read, as the rules ask them."""
        told: dict[str, object] = {}
        for ask in asks_of(benefit):
            typed = read_ask(ask, self.texts.get(ask.name, ask.first), today)
            if typed.value is not None and not typed.wrong:
                told[ask.name] = typed.value
        there = self.papers
        missing = [paper for paper in benefit.documents if paper not in there]
        if missing:
            told[MISSING_PAPERS] = missing
        whom = self.texts.get(WHOM, "")
        name = typed_text(self.texts.get(NAME, ""), longest=LONGEST_NAME).value or ""
        if whom in {HEIR, OTHER} and name:
            told[PAYEE] = name
        if whom == OTHER:
            told[PAYEE_IS_HEIR] = False
        return told

    def claimed_on(self, today: date) -> date | None:
        """The day it is asked for: today when nothing is typed."""
        text = self.texts.get(CLAIMED, "")
        if not text.strip():
            return today
        typed = typed_date(text, latest=today)
        return None if typed.wrong else typed.value

    @property
    def papers(self) -> tuple[str, ...]:
        """The papers that are there."""
        return papers_in(self.texts.get(PAPERS, ""))

    def stretch_words(self, benefit: Benefit, today: date) -> str:
        """What follows from two days that are typed, such as 'นับได้ 8 คืน'; "" before both can be read."""
        told = self.told(benefit, today)
        return " ".join(filter(None, (_stretch(one, told) for one in stretches_of(benefit))))

    def as_draft(self) -> dict[str, Any]:
        """What a draft keeps."""
        return asdict(self)


def from_draft(kept: Mapping[str, Any]) -> TypedClaim | None:
    """A typed claim out of a draft; None when it cannot be trusted."""
    try:
        texts = {str(name): str(text) for name, text in dict(kept["texts"]).items()}
        return TypedClaim(
            int(kept["member_id"]),
            str(kept["member_no"]),
            str(kept["name"]),
            str(kept["benefit"]),
            texts,
            int(kept.get("amends", 0)),
        )
    except (KeyError, TypeError, ValueError):
        return None


def from_claim(view: ClaimView, benefit: Benefit) -> TypedClaim:
    """A claim that waits as it would have been typed, to be put right."""
    texts = {
        ask.name: as_typed(ask, view.told, word.also if (word := benefit.fact(ask.name)) is not None else ())
        for ask in asks_of(benefit)
    }
    there = [paper for paper in benefit.documents if paper not in view.missing_papers]
    texts[PAPERS] = json.dumps(there, ensure_ascii=False)
    day = view.answer.claimed_on
    texts[CLAIMED] = f"{day.day}/{day.month}/{be_year(day)}"
    if view.payee_told or not view.payee_is_heir:
        texts[WHOM] = HEIR if view.payee_is_heir else OTHER
        texts[NAME] = view.payee_told
    m = view.answer.member
    return TypedClaim(m.id, m.member_no, m.name, benefit.code, texts, view.id)


def papers_in(text: str) -> tuple[str, ...]:
    """The papers in what a field of papers keeps."""
    try:
        told = json.loads(text or "[]")
    except ValueError:
        return ()
    return tuple(str(paper) for paper in told) if isinstance(told, list) else ()


def payees_for(heir_name: str | None, *, died: bool, to_heir: bool) -> tuple[tuple[str, str], ...]:
    """Who can fetch the money: herself while she lives, the heir she named, or somebody by name."""
    found = []
    if not (died or to_heir):
        found.append((HERSELF, "มารับด้วยตนเอง"))
    if heir_name:
        found.append((HEIR, "ผู้รับผลประโยชน์ที่แจ้งไว้"))
    found.append((OTHER, "ผู้อื่น (ระบุชื่อ)"))
    return tuple(found)


def _stretch(one: Stretch, told: Mapping[str, object]) -> str:
    since, until = told.get(one.since), told.get(one.until)
    if not isinstance(since, str) or not isinstance(until, str):
        return ""
    first, last = date.fromisoformat(since), date.fromisoformat(until)
    if first > last:
        return ""
    if one.years:
        years = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
        return f"นับได้ {years} ปี"
    return f"นับได้ {(last - first).days} {one.unit}"
