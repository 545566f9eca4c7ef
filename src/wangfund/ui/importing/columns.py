"""The columns of a sheet as a person is asked about them: letter, heading, what stands in it, what it is taken for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from wangfund.domain.register.grid import Sheet, column_letter
from wangfund.domain.register.header import Head, find_head, head_told
from wangfund.domain.register.mended import cell_text
from wangfund.text.terms import FIELDS

MOST_COLUMNS: Final = 60
_SAMPLES: Final = 2
_LOOKED_THROUGH: Final = 200
_SHOWN: Final = 40
NAMES: Final[dict[str, str]] = {
    "": "ไม่ใช้",
    "sequence": "ลำดับที่",
    **{
        name: FIELDS[name]
        for name in (
            "member_no", "full_name", "title", "given_name", "family_name", "national_id", "birth_date", "age",
            "house_no", "address", "moo", "joined_on", "status", "left_on", "phone", "heir_name", "heir_relation",
            "note",
        )
    },
}  # fmt: skip
"""What a column can be, in words."""


@dataclass(frozen=True, slots=True)
class FileColumn:
    """A column of the file; `meaning` is a field of NAMES, "" when it is not used."""

    letter: str
    heading: str
    sample: str
    meaning: str


def head_of(sheet: Sheet, row: int | None) -> Head | None:
    """The head in use: the one a person pointed at, else the one found."""
    return find_head(sheet) if row is None else head_told(sheet, row)


def file_columns(sheet: Sheet, head_row: int | None, given: Mapping[str, str]) -> tuple[FileColumn, ...]:
    """The columns that hold anything, from the left, with what they are taken for."""
    head = head_of(sheet, head_row)
    meanings = _meanings(head, given)
    first, last = (head.first_row, head.last_row) if head is not None else (0, 0)
    found = []
    for number in range(1, min(sheet.width, MOST_COLUMNS) + 1):
        letter = column_letter(number)
        heading = " ".join(
            dict.fromkeys(
                text for row in range(first, last + 1) if (text := cell_text(sheet.cell(row, number)))
            )
        )
        samples: list[str] = []
        for row in range(last + 1, min(len(sheet.rows), last + _LOOKED_THROUGH) + 1):
            text = cell_text(sheet.cell(row, number))
            if text and text not in samples:
                samples.append(text)
            if len(samples) == _SAMPLES:
                break
        if heading or samples or letter in meanings:
            sample = _short(", ".join(samples))
            found.append(FileColumn(letter, _short(heading), sample, meanings.get(letter, "")))
    return tuple(found)


def given_of(sheet: Sheet, head_row: int | None, meanings: Mapping[str, str]) -> dict[str, str]:
    """What must be said so that columns mean what a person wants ({letter: field}); empty when it is what is guessed."""
    head = head_of(sheet, head_row)
    guessed = _meanings(head, {})
    wanted = {letter: field for letter, field in meanings.items() if field}
    if wanted == guessed:
        return {}
    given = {field: letter for letter, field in wanted.items() if guessed.get(letter) != field}
    given |= {field: "" for field in guessed.values() if field not in wanted.values()}
    return given


def _meanings(head: Head | None, given: Mapping[str, str]) -> dict[str, str]:
    guessed = (
        {column_letter(number): name for name, number in head.columns.items()} if head is not None else {}
    )
    taken = {letter for letter in given.values() if letter}
    kept = {letter: name for letter, name in guessed.items() if name not in given and letter not in taken}
    return kept | {letter: name for name, letter in given.items() if letter}


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
