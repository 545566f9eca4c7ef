"""Small rulebooks for the tests of single words: the demo fund's own rules over benefits of the test."""

from __future__ import annotations

from typing import Final

from tests.domain.rulebook.nasuk import NASUK_TEXT
from wangfund.domain.errors import Severity
from wangfund.domain.rulebook.check import check_rulebook
from wangfund.domain.rulebook.model import Rulebook
from wangfund.domain.rulebook.parse import parse_rulebook

_HEAD: Final = NASUK_TEXT[: NASUK_TEXT.index("[yearly_ceiling]")]
_ARREARS: Final = NASUK_TEXT[NASUK_TEXT.index("[membership.arrears]") : NASUK_TEXT.index("[pools]")]
_WAITING: Final = NASUK_TEXT[
    NASUK_TEXT.index("[membership.waiting]") : NASUK_TEXT.index("[membership.arrears]")
]


def small_text(benefits: str, *, waiting: str = "days = 0", arrears: str = "", fiscal: int = 1) -> str:
    """The text of a rulebook with these benefits, waiting and arrears (default: the demo fund's)."""
    text = _HEAD.replace(_WAITING, f'[membership.waiting]\nclause = "ข้อ 9"\n{waiting}\n\n')
    if arrears:
        text = text.replace(_ARREARS, f'[membership.arrears]\nclause = "ข้อ 10"\n{arrears}\n\n')
    return text.replace("fiscal_year_starts = 1", f"fiscal_year_starts = {fiscal}") + benefits


def small(benefits: str, *, waiting: str = "days = 0", arrears: str = "", fiscal: int = 1) -> Rulebook:
    """The rulebook read from such a text; the checker finds no error in it."""
    rulebook = parse_rulebook(small_text(benefits, waiting=waiting, arrears=arrears, fiscal=fiscal))
    errors = [one for one in check_rulebook(rulebook) if one.severity is Severity.ERROR]
    assert errors == []
    return rulebook


def benefit(rest: str, code: str = "GIFT", who: str = '["member"]', kind: int = 12) -> str:
    """A benefit's text: its usual head, then the words of the test."""
    return f"""
[[benefits]]
code = "{code}"
name = "สวัสดิการ {code}"
clause = "ข้อ 15"
codi_kind = {kind}
who = {who}
event = "วันเกิดเหตุ"
deadline_days = 90
year = "calendar"
waiting = "standard"
{rest}
"""
