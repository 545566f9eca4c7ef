"""Whose earlier claims a benefit asks for besides the member's own."""

from __future__ import annotations

from wangfund.domain.rulebook.model import Benefit, Per, Rulebook, Scope


def looks_at_family(rules: Rulebook, benefit: Benefit) -> bool:
    """Whether a limit or a once-rule counts what others of the household were given."""
    scopes = {*(cap.scope for cap in rules.caps_of(benefit)), *(once.scope for once in benefit.once)}
    return Scope.FAMILY in scopes


def looks_at_event(rules: Rulebook, benefit: Benefit) -> bool:
    """Whether a limit or an exclusion counts what anybody was given for the same event, by its name."""
    excluded = benefit.exclusion is not None and benefit.exclusion.per is Per.KEY
    return excluded or any(cap.per is Per.KEY and cap.scope is Scope.FUND for cap in rules.caps_of(benefit))
