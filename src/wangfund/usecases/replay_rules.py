"""What real claims of the last years would have been given under other rules: to weigh a draft by, never to decide by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wangfund.domain.eligibility.assess import assess
from wangfund.domain.eligibility.assessment import Result
from wangfund.domain.eligibility.read_claim import read_claim
from wangfund.domain.rulebook.model import Rulebook
from wangfund.store.books import Books, Reader
from wangfund.store.claims import ClaimRow, all_claims
from wangfund.store.members import member_by_id
from wangfund.usecases.claim_facts import member_facts, once_key, told_facts
from wangfund.usecases.replayed_history import ReplayedHistory

_DECIDED = frozenset({"approved", "paid", "refused"})


@dataclass(frozen=True, slots=True)
class ReplayedClaim:
    """A claim then and now, gross satang; `result` and `reason` are the answer under the new rules."""

    claim_id: int
    member_no: str
    member_name: str
    benefit: str
    event_on: date
    then_satang: int
    now_satang: int
    result: Result | None
    reason: str


@dataclass(frozen=True, slots=True)
class KindSum:
    """A benefit's claims: how many, what they cost then and now, and how many would get more or less."""

    benefit: str
    name: str
    claims: int
    then_satang: int
    now_satang: int
    more: int
    less: int


@dataclass(frozen=True, slots=True)
class Replay:
    """Every decided claim with its event from `since` on, oldest event first, and its sums by benefit."""

    since: date
    claims: tuple[ReplayedClaim, ...]
    kinds: tuple[KindSum, ...]

    @property
    def then_satang(self) -> int:
        """What all of them cost."""
        return sum(kind.then_satang for kind in self.kinds)

    @property
    def now_satang(self) -> int:
        """What all of them would have cost."""
        return sum(kind.now_satang for kind in self.kinds)


def replay_rules(
    books: Books, rules: Rulebook, since: date, tell: Callable[[int, int], object] = lambda _done, _of: None
) -> Replay:
    """Decide every real claim since a day again, as if these rules had been in force all along. Reads only.

    `tell` hears how many of how many are done; what it raises stops the work, and nothing is left half done.

    What each member, her household and others of the same event had been given before is counted as replayed, so
    that caps fall where they would have fallen; what was paid before the books counts as it was. A claim that waits
    for nothing but the heirs' names comes to its whole: the meeting names them. A benefit the new rules do not know,
    or whose facts they ask differently and cannot read, comes to nothing with the reason BENEFIT_GONE or
    FACTS_DIFFER. Set-offs are left out: they are the member's own money.
    """
    everywhere = replace(rules, effective_from=date.min)
    with books.read() as r:
        rows = [row for row in all_claims(r) if row.state in _DECIDED]
        rows.sort(key=lambda row: (row.event_on, row.claimed_on, row.id))
        names = {benefit.code: benefit.name for benefit in rules.benefits}
        history = ReplayedHistory(r)
        told: list[ReplayedClaim] = []
        for done, row in enumerate(rows):
            tell(done, len(rows))
            found = _again(r, everywhere, row, history)
            if row.event_on >= since:
                told.append(found)
    return Replay(since, tuple(told), _kinds(told, names))


def _again(r: Reader, rules: Rulebook, row: ClaimRow, history: ReplayedHistory) -> ReplayedClaim:
    m = member_by_id(r, row.member_id)
    then = row.gross_satang if row.state in {"approved", "paid"} else 0
    nothing = ReplayedClaim(
        row.id, m.member_no, m.name, row.benefit, row.event_on, then, 0, None, "BENEFIT_GONE"
    )
    benefit = rules.benefit(row.benefit)
    if benefit is None:
        return nothing
    reading = read_claim(benefit, told_facts(row), row.claimed_on)
    claim = reading.claim
    if claim is None or reading.findings or reading.unread:
        return replace(nothing, reason="FACTS_DIFFER")
    key = once_key(benefit, claim, m, rules.fiscal_year_starts)
    before = history.before(m.id, rules, benefit, key, claim.key)
    answer = assess(rules, claim, member_facts(r, m, claim.event, rules), before)
    if answer.gross_satang:
        history.add(row, key, answer.gross_satang, answer.units)
    return replace(nothing, now_satang=answer.gross_satang, result=answer.result, reason=answer.reason)


def _kinds(claims: Sequence[ReplayedClaim], names: dict[str, str]) -> tuple[KindSum, ...]:
    codes = list(dict.fromkeys([*names, *(claim.benefit for claim in claims)]))
    found = []
    for code in codes:
        own = [claim for claim in claims if claim.benefit == code]
        if own:
            found.append(
                KindSum(
                    code,
                    names.get(code, code),
                    len(own),
                    sum(c.then_satang for c in own),
                    sum(c.now_satang for c in own),
                    sum(c.now_satang > c.then_satang for c in own),
                    sum(c.now_satang < c.then_satang for c in own),
                )
            )
    return tuple(found)
