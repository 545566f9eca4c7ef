"""A new version of the by-law takes effect: for events from its day on. What was decided before stays as it was."""

from __future__ import annotations

from dataclasses import dataclass

from wangfund.domain.errors import Finding, Refused, Severity
from wangfund.domain.rulebook.check import check_adoption, check_rulebook
from wangfund.domain.rulebook.model import Rulebook
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.store.books import Books, Reader
from wangfund.store.periods import open_periods
from wangfund.store.rulebooks import RulebookRow, insert_rulebook, rulebook_rows


@dataclass(frozen=True, slots=True)
class Adopted:
    """The version's id in the file, and what the committee should still weigh."""

    rulebook_id: int
    rules: Rulebook
    warnings: tuple[Finding, ...]


def check_version(books: Books, source: str) -> tuple[Rulebook | None, tuple[Finding, ...]]:
    """What is wrong with a text as the fund's next version; (None, its faults) when it cannot be read. Reads only."""
    try:
        rules = parse_rulebook(source)
    except Refused as refused:
        return None, refused.findings
    with books.read() as r:
        return rules, (*check_rulebook(rules), *_as_next(r, rules))


def adopt_rulebook(books: Books, source: str, who: str = "") -> Adopted:
    """Add a version of the by-law, in force for events from its effective day on. Writes.

    Raises:
        Refused: RULEBOOK_INVALID with every finding that refuses it: what `check_rulebook` finds, a word left
            open, an effective day inside a closed month, VERSION_NOT_NEXT, EFFECTIVE_NOT_LATER,
            RESOLUTION_NOT_NAMED, or a fiscal year that would begin in another month.
    """
    rules = parse_rulebook(source)
    with books.write("rulebook.adopted", who) as w:
        found = (*check_rulebook(rules), *_as_next(w, rules))
        wrong = tuple(finding for finding in found if finding.severity is Severity.ERROR)
        if wrong:
            raise Refused("RULEBOOK_INVALID", {"faults": len(wrong)}, wrong)
        number = max((row.id for row in rulebook_rows(w)), default=0) + 1
        insert_rulebook(
            w,
            RulebookRow(
                number, rules.rulebook_id, rules.version, rules.effective_from, rules.resolution, source
            ),
        )
        w.facts.update(version=rules.version, effective_from=rules.effective_from.isoformat())
        w.commit()
    return Adopted(number, rules, tuple(f for f in found if f.severity is not Severity.ERROR))


def _as_next(r: Reader, rules: Rulebook) -> tuple[Finding, ...]:
    """What speaks against this version following those the fund has."""
    first_open = open_periods(r)
    found = list(check_adoption(rules, first_open[0].month.plus(-1) if first_open else None))
    rows = rulebook_rows(r)
    if not rows:
        return tuple(found)
    last = rows[-1]
    if rules.version <= max(row.version for row in rows):
        values = {"version": rules.version, "last": max(row.version for row in rows)}
        found.append(Finding("VERSION_NOT_NEXT", "rulebook.version", values=values))
    if rules.effective_from <= last.effective_from:
        days = {"effective_from": rules.effective_from.isoformat(), "last": last.effective_from.isoformat()}
        found.append(Finding("EFFECTIVE_NOT_LATER", "rulebook.effective_from", values=days))
    if not rules.resolution.strip():
        found.append(Finding("RESOLUTION_NOT_NAMED", "rulebook.resolution"))
    before = parse_rulebook(last.source)
    if rules.fiscal_year_starts != before.fiscal_year_starts:
        months = {"before": before.fiscal_year_starts, "after": rules.fiscal_year_starts}
        found.append(Finding("FISCAL_YEAR_MOVED", "rulebook.fiscal_year_starts", values=months))
    gone = sorted(set(before.pools.names) - set(rules.pools.names))
    if gone:
        found.append(Finding("POOL_GONE", "pools.names", rules.pools.clause, values={"pool": gone[0]}))
    return tuple(found)
