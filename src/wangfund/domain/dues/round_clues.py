"""Where to look when the cash of a round and what was written of it differ: the lines that would explain it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

MOST_LINES: Final = 6
"""More names would be no help to somebody who looks for one."""

_NINE_BAHT: Final = 900


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A line of the sheet as keyed, satang: what was asked and what was written."""

    no: int
    due_satang: int
    paid_satang: int


@dataclass(frozen=True, slots=True)
class RoundClue:
    """What may have happened, and on which lines (numbers of the sheet, () when too many would fit).

    `code`: 'not_paid' written as not paying although she paid · 'all_not_paid' so of all who are written as not
    paying · 'paid' written as paying although she did not · 'swapped'
    two digits were exchanged.
    """

    code: str
    lines: tuple[int, ...]


def round_clues(difference_satang: int, lines: Sequence[RoundLine]) -> tuple[RoundClue, ...]:
    """What would explain counted − recorded, the likeliest first; () when nothing does alone. A line stands once."""
    found: list[RoundClue] = []
    seen: set[int] = set()
    for code, fits in _candidates(difference_satang, lines):
        new = [no for no in fits if no not in seen]
        if new:
            seen.update(new)
            found.append(RoundClue(code, tuple(new) if len(new) <= MOST_LINES else ()))
    return tuple(found)


def _candidates(difference: int, lines: Sequence[RoundLine]) -> Iterator[tuple[str, list[int]]]:
    if difference == 0:
        return
    unpaid = [line for line in lines if not line.paid_satang and line.due_satang]
    if difference > 0:
        yield "not_paid", [line.no for line in unpaid if line.due_satang == difference]
        if len(unpaid) > 1 and sum(line.due_satang for line in unpaid) == difference:
            yield "all_not_paid", [line.no for line in unpaid]
    if difference % _NINE_BAHT == 0:
        yield "swapped", [line.no for line in lines if _swapped(line.paid_satang, difference)]
    if difference < 0:
        yield "paid", [line.no for line in lines if line.paid_satang == -difference]


def _swapped(paid: int, difference: int) -> bool:
    """Whether exchanging two neighbouring digits of the baht of an amount makes the difference."""
    if paid <= 0:
        return False
    baht, satang = divmod(paid, 100)
    digits = str(baht)
    return any(
        (int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]) * 100 + satang) - paid
        == difference
        for at in range(len(digits) - 1)
    )
