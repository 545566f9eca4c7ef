"""What a command gives back: one JSON object for programs, Thai lines for people, and an exit code."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from wangfund.thai.money_text import format_baht

DONE: Final = 0
PROBLEMS: Final = 1
WRONG: Final = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """A command's result; `complaints` (for stderr) say what somebody must look at, with their codes."""

    data: Mapping[str, Any]
    lines: Sequence[str]
    complaints: Sequence[str] = ()

    @property
    def code(self) -> int:
        """The exit code: PROBLEMS when anything is complained about."""
        return PROBLEMS if self.complaints else DONE

    @property
    def json(self) -> str:
        """The one JSON object: days ISO C.E., months 'YYYY-MM', money in satang."""
        return json.dumps(self.data, ensure_ascii=False, default=_plain)


def money(satang: int) -> str:
    """An amount as it stands in a line."""
    return f"{format_baht(satang)} บาท"


def baht_number(satang: int) -> int | str:
    """An amount in baht for the few answers that speak baht: whole, or text with its satang."""
    whole, rest = divmod(satang, 100)
    return whole if rest == 0 else f"{whole}.{rest:02d}"


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
