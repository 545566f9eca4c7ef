"""Names out of one column or three, and the heir's."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from wangfund.domain.errors import Severity
from wangfund.domain.register.grid import Cell
from wangfund.domain.register.mended import Mended, Remark, cell_text, error, is_nothing, note, warning
from wangfund.thai.names import display_name, full_title, split_name

NAME_LONGEST = 100
RELATION_LONGEST = 60

_ODD = re.compile(r"[<>=@{}\[\]\\|_*#$%^&+~;\"\d]")


@dataclass(frozen=True, slots=True)
class PersonCells:
    """The cells that may hold parts of one name."""

    full_name: Cell = None
    title: Cell = None
    given_name: Cell = None
    family_name: Cell = None


@dataclass(frozen=True, slots=True)
class MendedPerson:
    """A name in its three parts, each with its own remarks; titles in full."""

    title: Mended[str]
    given_name: Mended[str]
    family_name: Mended[str]


def mend_person(cells: PersonCells) -> MendedPerson:
    """Title, given and family name; a title written together with the name is taken off it."""
    given_text, family_text = cell_text(cells.given_name), cell_text(cells.family_name)
    written = " ".join(part for part in (given_text, family_text) if part) or cell_text(cells.full_name)
    if is_nothing(written):
        return MendedPerson(Mended(), error("NAME_MISSING"), Mended())
    if len(written) > NAME_LONGEST:
        return MendedPerson(Mended(), error("NAME_TOO_LONG", length=len(written)), Mended())
    parts = split_name(given_text) if given_text and family_text else split_name(written)
    title_text = cell_text(cells.title)
    title = full_title(title_text) if title_text and not is_nothing(title_text) else parts.title
    given, family = parts.given_name, parts.family_name
    if given_text and family_text:
        given, family = " ".join(part for part in (given, family) if part), family_text
    if not given:
        return MendedPerson(Mended(title or None), error("NAME_MISSING"), Mended(family or None))
    remarks = (Remark("NAME_ODD_LETTERS", Severity.WARNING),) if is_odd(written) else ()
    return MendedPerson(
        title=Mended(title) if title else note("TITLE_MISSING"),
        given_name=Mended(given, remarks),
        family_name=Mended(family) if family else note("FAMILY_NAME_MISSING"),
    )


def mend_heir_name(cell: Cell) -> Mended[str]:
    """The person named to receive the benefit, title in full; free text stays as written."""
    text = cell_text(cell)
    if is_nothing(text):
        return Mended()
    if len(text) > NAME_LONGEST:
        return warning("HEIR_TOO_LONG", length=len(text))
    parts = split_name(text)
    if parts.title and parts.given_name:
        return Mended(display_name(parts.title, parts.given_name, parts.family_name))
    return Mended(text)


def mend_heir_relation(cell: Cell) -> Mended[str]:
    """What the heir is to the member, as written."""
    text = cell_text(cell)
    if is_nothing(text):
        return Mended()
    return Mended(text) if len(text) <= RELATION_LONGEST else warning("HEIR_TOO_LONG", length=len(text))


def is_odd(name: str) -> bool:
    """Whether a name holds signs no name has: digits, formula and markup signs, pictures, controls."""
    return bool(_ODD.search(name)) or any(
        unicodedata.category(char) in {"So", "Sk", "Cc", "Cs", "Co", "Cn"} for char in name
    )
