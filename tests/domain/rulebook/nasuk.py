"""The demo fund's rulebook as the tests use it: as text to spoil, and as read."""

from __future__ import annotations

from typing import Final

from wangfund.domain.errors import Finding, Refused
from wangfund.domain.rulebook.check import check_rulebook
from wangfund.domain.rulebook.model import Rulebook
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.paths import bundled

NASUK_TEXT: Final = bundled("resources/rulebooks/nasuk.toml").read_text(encoding="utf-8")
NASUK: Final = parse_rulebook(NASUK_TEXT)


def spoiled(old: str, new: str, after: str = "") -> str:
    """The rulebook's text with the first `old` (behind `after`) replaced."""
    place = NASUK_TEXT.index(old, NASUK_TEXT.index(after))
    return NASUK_TEXT[:place] + new + NASUK_TEXT[place + len(old) :]


def changed(old: str, new: str, after: str = "") -> Rulebook:
    """The rulebook read from the text so changed."""
    return parse_rulebook(spoiled(old, new, after))


def codes(rulebook: Rulebook) -> list[str]:
    """What the checker says about a rulebook."""
    return [finding.code for finding in check_rulebook(rulebook)]


def faults(text: str) -> tuple[Finding, ...]:
    """The faults a text is refused for; an error when it is accepted."""
    try:
        parse_rulebook(text)
    except Refused as refused:
        assert refused.code == "RULEBOOK_INVALID"
        return refused.findings
    raise AssertionError("accepted")


def benefit_start(code: str) -> str:
    """Where a benefit begins in the text."""
    return f'code = "{code}"'
