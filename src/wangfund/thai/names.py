"""Personal names: taken apart into title, given and family name, put together again, and hidden for walls.

Source: thai.md 6.5. A family name may be missing; one of several words (ณ นคร, บิน …) stays whole.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from wangfund.thai.repair import repair
from wangfund.thai.titles import stands_apart, take_title

_FIRST_LETTER: Final = re.compile("[เแโใไ]?.", re.DOTALL)
_HIDDEN: Final = "…"


class PersonName(NamedTuple):
    """A name in three parts, each repaired and single-spaced; empty when missing."""

    title: str
    given_name: str
    family_name: str


def split_name(full: str) -> PersonName:
    """Take a name written in one piece apart; never raises.

    The title is given in full (``น.ส.`` is ``นางสาว``). It need not be followed by a space, but a title is only
    read where the rest can begin a word: ``นางสาวิตรี`` is นาง and สาวิตรี. The first word after it is the given
    name, everything else the family name.
    """
    title, rest = take_title(_one_line(full))
    given, _, family = rest.partition(" ")
    return PersonName(title, given, family)


def same_person(one: str, two: str) -> bool:
    """Whether two names written in one piece say the same given and family name; a title makes no difference.

    An empty name is nobody's.
    """
    first, second = split_name(one)[1:], split_name(two)[1:]
    return any(first) and first == second


def full_title(title: str) -> str:
    """A title in full: ``น.ส.`` is ``นางสาว``; one that is not known stays as written."""
    plain = _one_line(title)
    known, rest = take_title(plain)
    return known if known and not rest else plain


def display_name(title: str, given_name: str, family_name: str = "") -> str:
    """A name as papers print it: ``นางสาวกตัญญู ศรีสุข``; a space after a rank only: ``ร้อยตรี สมชาย ใจดี``."""
    space = " " if title and given_name and stands_apart(title) else ""
    return f"{title}{space}{given_name} {family_name}".rstrip()


def mask_name(title: str, given_name: str, family_name: str = "") -> str:
    """A name for a public wall: the title and the first letter of each name, ``นางสาวก… ศ…``."""
    return display_name(title, _hide(given_name), _hide(family_name))


def _hide(name: str) -> str:
    found = _FIRST_LETTER.match(name)
    return found[0] + _HIDDEN if found else ""


def _one_line(text: str) -> str:
    return " ".join(repair(text).split())
