"""Whether a rulebook makes sense: what must be refused, and what the committee should look at again.

Source: rulebook 9.5. Errors refuse; warnings are for the committee to weigh.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from wangfund.domain.eligibility.check_examples import check_examples
from wangfund.domain.errors import Finding, Severity, Value
from wangfund.domain.rulebook.check_benefit import check_benefit
from wangfund.domain.rulebook.check_membership import check_membership
from wangfund.domain.rulebook.model import ADMIN_PERCENT_LIMIT, BASIC_KINDS, Per, Rulebook, YearBasis
from wangfund.domain.rulebook.toml_text import line_of
from wangfund.thai.period import Period

_WHOLLY_FOR_ADMIN = frozenset({"entry_fee", "bank_interest"})
"""Small money that some funds give to their administration whole; the yearly 20 % still watches it."""
_FEWEST_BASIC_KINDS = 3


def check_rulebook(rulebook: Rulebook) -> tuple[Finding, ...]:
    """Every fault of sense: of the fund's own rules, benefit by benefit, words left open, failing examples.

    `field` says where, as 'benefits.HOSP.caps[0]'; `clause` is the by-law's; values hold the `line` of the
    text (0: unknown).
    """
    found = [*_contribution(rulebook), *check_membership(rulebook), *_pools(rulebook), *_names(rulebook)]
    found += _kinds(rulebook)
    for benefit in rulebook.benefits:
        found += check_benefit(rulebook, benefit)
    found += _open_words(rulebook, "TO_BE_FILLED", Severity.WARNING)
    for benefit in rulebook.benefits:
        found += check_examples(rulebook, benefit)
    return tuple(_with_line(rulebook, finding) for finding in found)


def _with_line(rulebook: Rulebook, finding: Finding) -> Finding:
    if "line" in finding.values:
        return finding
    line = line_of(rulebook.lines, finding.field)
    return replace(finding, values={**finding.values, "line": line})


def check_adoption(rulebook: Rulebook, last_closed: Period | None) -> tuple[Finding, ...]:
    """Whether a version may take effect: no word left open, and not on a day inside a closed month."""
    found = tuple(_open_words(rulebook, "NOT_FILLED", Severity.ERROR))
    if last_closed is None or Period.of(rulebook.effective_from) > last_closed:
        return found
    values: dict[str, Value] = {
        "effective_from": rulebook.effective_from.isoformat(),
        "last_closed": last_closed.iso,
        "first_day": last_closed.plus(1).first_day.isoformat(),
    }
    late = Finding("EFFECTIVE_IN_CLOSED_MONTH", "rulebook.effective_from", values=values)
    return (*found, _with_line(rulebook, late))


def is_sound(findings: tuple[Finding, ...]) -> bool:
    """Whether nothing among the findings refuses the rulebook."""
    return not any(finding.severity is Severity.ERROR for finding in findings)


def _contribution(rulebook: Rulebook) -> Iterator[Finding]:
    rules = rulebook.contribution
    for place, one in enumerate(rules.cadences):
        earlier = rules.cadences[:place]
        for word, again in (
            ("code", one.code in {other.code for other in earlier}),
            ("amount_baht", one.amount_satang in {other.amount_satang for other in earlier}),
        ):
            if again:
                where = f"contribution.cadences[{place}].{word}"
                yield Finding("CADENCE_TWICE", where, rules.clause, values={"code": one.code})


def _open_words(rulebook: Rulebook, code: str, severity: Severity) -> Iterator[Finding]:
    for word in rulebook.open_words:
        values: dict[str, Value] = {"path": word.path, "line": word.line}
        if word.path.startswith("benefits."):
            values["benefit"] = word.path.split(".")[1]
        yield Finding(code, word.path, word.clause, severity, values)


def _pools(rulebook: Rulebook) -> Iterator[Finding]:
    pools = rulebook.pools
    named = [("pools.benefits_from", pools.benefits_from), ("pools.admin", pools.admin)]
    named = [(where, pool) for where, pool in named if not rulebook.leaves_open(where)]
    named += [(f"pools.shares.{source}", pool) for source, shares in pools.shares for pool, _ in shares]
    for where, pool in named:
        if pool not in pools.names:
            yield Finding("UNKNOWN_POOL", where, pools.clause, values={"pool": pool[:60]})
    for source, shares in pools.shares:
        added = sum(percent for _, percent in shares)
        if added != 100 and not rulebook.leaves_open(f"pools.shares.{source}"):
            values: dict[str, Value] = {"source": source, "percent": added}
            yield Finding("POOL_SHARES_NOT_100", f"pools.shares.{source}", pools.clause, values=values)
        for pool, percent in shares:
            if pool == pools.admin and percent > ADMIN_PERCENT_LIMIT and source not in _WHOLLY_FOR_ADMIN:
                yield _over_20(f"pools.shares.{source}", pools.clause, percent)
    if pools.admin_max_percent > ADMIN_PERCENT_LIMIT:
        yield _over_20("pools.admin_max_percent", pools.clause, pools.admin_max_percent)


def _over_20(where: str, clause: str, percent: int) -> Finding:
    return Finding("ADMIN_OVER_20", where, clause, values={"percent": percent, "limit": ADMIN_PERCENT_LIMIT})


def _names(rulebook: Rulebook) -> Iterator[Finding]:
    codes = [benefit.code for benefit in rulebook.benefits]
    for code, times in Counter(codes).items():
        if times > 1:
            yield Finding("BENEFIT_TWICE", f"benefits.{code}", values={"benefit": code})
    named = [
        (f"shared_caps[{place}]", cap.clause, cap.benefits) for place, cap in enumerate(rulebook.shared_caps)
    ]
    ceiling = rulebook.yearly_ceiling
    if ceiling is not None:
        named.append(("yearly_ceiling.except_benefits", ceiling.clause, ceiling.except_benefits))
    for benefit in rulebook.benefits:
        at = f"benefits.{benefit.code}"
        named += [
            (f"{at}.facts[{place}]", benefit.clause, fact.benefits)
            for place, fact in enumerate(benefit.facts)
        ]
        if benefit.exclusion is not None:
            where = f"{at}.exclusive_with"
            named.append((where, benefit.exclusion.clause or benefit.clause, benefit.exclusion.benefits))
    for where, clause, benefits in named:
        for code in benefits:
            if code not in codes:
                yield Finding("UNKNOWN_BENEFIT", where, clause, values={"benefit": code[:60]})
    for place, cap in enumerate(rulebook.shared_caps):
        years = {
            benefit.year or YearBasis.CALENDAR
            for benefit in rulebook.benefits
            if benefit.code in cap.benefits
        }
        if cap.per is Per.YEAR and cap.year is None and len(years) > 1:
            values = {"benefit": ", ".join(cap.benefits)[:200]}
            yield Finding("SHARED_CAP_YEARS_DIFFER", f"shared_caps[{place}].year", cap.clause, values=values)


def _kinds(rulebook: Rulebook) -> Iterator[Finding]:
    basic = {benefit.codi_kind for benefit in rulebook.benefits} & BASIC_KINDS
    if len(basic) < _FEWEST_BASIC_KINDS:
        values = {"kinds": len(basic), "wanted": _FEWEST_BASIC_KINDS}
        yield Finding("FEW_BASIC_KINDS", "benefits", severity=Severity.WARNING, values=values)
