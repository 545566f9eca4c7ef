"""What the page สวัสดิการ knows: the list and what is looked for in it, and every claim that is half typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from wangfund.thai.digits import to_arabic
from wangfund.thai.search_key import keyboard_slip, search_key
from wangfund.ui.claims.marks import LISTS, line_no
from wangfund.ui.claims.payday_state import PayDayState
from wangfund.ui.claims.typed_claim import TypedClaim, from_draft
from wangfund.usecases.claims_list import ClaimLine, ClaimsOfYear

DRAFT: Final = "claims"
LIST, FORM, CLAIM, PAYDAY = "list", "form", "claim", "payday"


class FoundClaims(NamedTuple):
    """The rows of the list looked at, how many each list has of what was looked for, and the key whose match is shown."""

    rows: tuple[ClaimLine, ...]
    counts: Mapping[str, int]
    wanted_key: str
    meant: str = ""


@dataclass(slots=True)
class ClaimsState:
    """Lives as long as the fund is open. `front` is what is seen: the list, the claim being typed, or one claim.

    `forms` are claims half typed, by member number ("" before a member is found); `now` the one in hand.
    `payday` is the pay day that is looked at.
    """

    loaded: bool = False
    stale: bool = False
    year: int | None = None
    years: tuple[int, ...] = ()
    rows: tuple[ClaimLine, ...] = ()
    text: str = ""
    tab: str = "waiting"
    chosen: int | None = None
    front: str = LIST
    claim: int | None = None
    forms: dict[str, TypedClaim] = field(default_factory=dict)
    now: str = ""
    asked: int = 0
    payday: PayDayState | None = None

    def take(self, found: ClaimsOfYear) -> None:
        """A new reading of the claims."""
        self.rows, self.year, self.years = found.rows, found.fiscal_year, found.years
        first = not self.loaded
        self.loaded, self.stale = True, False
        if first:
            counts = self.look(self.text).counts
            self.tab = next((name for name in LISTS if counts[name]), "waiting")

    def look(self, text: str) -> FoundClaims:
        """The rows that fit a text: name, member number, house, or the claim's own number."""
        self.text = text
        key = search_key(text)
        found = self._fitting(key)
        meant = ""
        if not found and key:
            meant = keyboard_slip(text.strip())
            slipped = self._fitting(search_key(meant)) if meant != text.strip() else []
            if slipped:
                found, key = slipped, search_key(meant)
            else:
                meant = ""
        counts = {name: sum(row.state in states for row in found) for name, (_, states) in LISTS.items()}
        states = LISTS[self.tab][1]
        return FoundClaims(tuple(row for row in found if row.state in states), counts, key, meant)

    def _fitting(self, key: str) -> Sequence[ClaimLine]:
        words = to_arabic(key).split()
        return [
            row for row in self.rows if all(word in row.search or _is_number(word, row) for word in words)
        ]

    @property
    def form(self) -> TypedClaim:
        """The claim in hand."""
        return self.forms.setdefault(self.now, TypedClaim())

    def begin(self, member_id: int, member_no: str, name: str) -> TypedClaim:
        """Take a member's half-typed claim in hand, or a new one of hers."""
        self.forms.pop("", None)
        kept = self.forms.get(member_no)
        if kept is None:
            kept = self.forms[member_no] = TypedClaim(member_id, member_no, name)
        self.now = member_no
        return kept

    def amend(self, form: TypedClaim) -> TypedClaim:
        """Take a recorded claim in hand to put it right; what was typed into it before stands there again."""
        self.now = f"#{form.amends}"
        return self.forms.setdefault(self.now, form)

    def give_up(self) -> None:
        """The claim in hand was recorded, or is begun anew."""
        self.forms.pop(self.now, None)
        self.now = ""

    def drafts(self) -> dict[str, Any]:
        """What is kept over a power cut: every claim that has something typed; {} for none."""
        kept = {no: form.as_draft() for no, form in self.forms.items() if no and form.begun}
        return {"now": self.now, "forms": kept} if kept else {}

    def recall(self, kept: Mapping[str, Any] | None) -> bool:
        """Bring back what was half typed before the window closed; whether there was anything."""
        forms = kept.get("forms") if kept else None
        if not isinstance(forms, dict) or self.forms:
            return False
        found = {str(no): from_draft(form) for no, form in forms.items() if isinstance(form, dict)}
        self.forms = {no: form for no, form in found.items() if form is not None}
        now = str(kept.get("now", "")) if kept else ""
        self.now = now if now in self.forms else next(iter(self.forms), "")
        return bool(self.forms)

    def next_asked(self) -> int:
        """A number for a question to the rules: an answer to an older one is not shown."""
        self.asked += 1
        return self.asked


def found_words(found: FoundClaims, *, looking: bool) -> str:
    """How many were found."""
    return f"พบ {sum(found.counts.values()):,} คำขอ" if looking else ""


def elsewhere_words(found: FoundClaims, tab: str) -> str:
    """The line under the search: what the text was read as, or in which other list it was found."""
    if found.meant:
        return f"ไม่พบตามที่พิมพ์ แสดงผลของ “{found.meant}” (แป้นพิมพ์เป็นภาษาอังกฤษ)"
    others = [f"{LISTS[name][0]} {count}" for name, count in found.counts.items() if count and name != tab]
    if not found.rows and found.wanted_key:
        return f"ไม่พบในรายการนี้ พบใน {' · '.join(others)}" if others else "ไม่พบคำขอตามนี้ ลองพิมพ์ให้สั้นลง"
    return ""


def _is_number(word: str, row: ClaimLine) -> bool:
    number = line_no(row)
    return number == word or number.startswith(f"{word}/") or row.member_no == word.zfill(4)
