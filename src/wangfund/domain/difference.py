"""Where to look when money counted and money recorded differ: the entries that by themselves would explain it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

MOST_CLUES: Final = 6
"""More would be no help to a person who looks for one entry."""

_NINE_BAHT: Final = 900


@dataclass(frozen=True, slots=True)
class MoneyMove:
    """An entry as the place of money saw it: satang in (above zero) or out, and who is on its paper."""

    entry_id: int
    date: date
    kind: str
    who: str
    note: str
    amount_satang: int
    book: int = 0
    leaf: int = 0
    voucher: int = 0


@dataclass(frozen=True, slots=True)
class Clue:
    """An entry that would explain a difference, and how.

    `code`: 'not_there' it is recorded and did not happen here · 'twice' it is recorded twice · 'wrong_side' money in
    and out were exchanged · 'swapped' two digits of it were exchanged.
    """

    code: str
    move: MoneyMove


def clues(difference_satang: int, moves: Sequence[MoneyMove]) -> tuple[Clue, ...]:
    """The entries that would explain a difference (counted − recorded), the likeliest first and each once."""
    if not difference_satang:
        return ()
    found: dict[int, Clue] = {}
    for clue in _candidates(difference_satang, moves):
        found.setdefault(clue.move.entry_id, clue)
        if len(found) == MOST_CLUES:
            break
    return tuple(found.values())


def _candidates(difference: int, moves: Sequence[MoneyMove]) -> Iterator[Clue]:
    # Newest first: what was done last is remembered best.
    late = list(reversed(moves))
    seen: dict[tuple[date, str, int], int] = {}
    for move in moves:
        key = (move.date, move.who, move.amount_satang)
        seen[key] = seen.get(key, 0) + 1
    taken_away = [move for move in late if move.amount_satang == -difference]
    yield from (Clue("twice", m) for m in taken_away if seen[m.date, m.who, m.amount_satang] > 1)
    yield from (Clue("not_there", m) for m in taken_away)
    yield from (Clue("wrong_side", m) for m in late if -2 * m.amount_satang == difference)
    if difference % _NINE_BAHT == 0:
        yield from (Clue("swapped", m) for m in late if _swapped(m.amount_satang, difference))


def _swapped(amount: int, difference: int) -> bool:
    """Whether an exchange of two digits beside each other in the baht of an amount makes the difference."""
    baht, satang = divmod(abs(amount), 100)
    digits = str(baht)
    sign = 1 if amount > 0 else -1
    for at in range(len(digits) - 1):
        other = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        if sign * (int(other) * 100 + satang) - amount == difference:
            return True
    return False
