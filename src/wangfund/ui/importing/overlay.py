"""What a person said about a file, over what was guessed; kept between the file being chosen and being imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from wangfund.domain.register.reading import ReadOptions
from wangfund.ui.importing.cells import FIELDS, Fixes
from wangfund.ui.importing.choices import Act, Choice
from wangfund.ui.importing.grid_rows import Accepted, RowKey

_LONGEST = 10_000
_LACKS = {"national_id": "ID_MISSING", "birth_date": "BIRTH_MISSING"}


@dataclass(frozen=True, slots=True)
class Overlay:
    """Frozen: every change is another one. `columns`: {sheet: {field: letter or ''}}; see ReadOptions for the rest."""

    fixes: Fixes = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    heads: Mapping[str, int] = field(default_factory=dict)
    unwanted: frozenset[str] = frozenset()
    held: frozenset[RowKey] = frozenset()
    left_out: frozenset[RowKey] = frozenset()
    accepted: Accepted = frozenset()

    def options(self, villages: Mapping[str, int]) -> ReadOptions:
        """As the reading takes it."""
        return ReadOptions(
            columns=self.columns,
            fixes=self.fixes,
            villages=villages,
            heads=self.heads,
            unwanted=self.unwanted,
            held=self.held,
            left_out=self.left_out,
        )

    def with_cells(self, key: RowKey, texts: Mapping[str, str | None]) -> Overlay:
        """Other texts in cells of a row; None empties a cell, and that it is empty is then no matter any more."""
        typed = {(*key, name): text for name, text in texts.items()}
        known = {
            (*key, name, _LACKS[name]) for name, text in texts.items() if text is None and name in _LACKS
        }
        return replace(self, fixes={**self.fixes, **typed}, accepted=self.accepted | known)

    def as_written(self, key: RowKey, name: str) -> Overlay:
        """A cell as the file has it."""
        return replace(self, fixes={at: text for at, text in self.fixes.items() if at != (*key, name)})

    def chosen(self, choice: Choice, key: RowKey, name: str, code: str) -> Overlay:
        """After a choice about a finding `code` of field `name`."""
        match choice.act:
            case Act.FIX:
                return self.with_cells(key, choice.fixes)
            case Act.HOLD:
                return replace(self, held=self.held | {key})
            case Act.LET_GO:
                return replace(self, held=self.held - {key})
            case Act.LEAVE_OUT:
                return replace(self, left_out=self.left_out | {key}, held=self.held - {key})
            case Act.TAKE_BACK:
                return replace(self, left_out=self.left_out - {key})
            case Act.ACCEPT:
                return replace(self, accepted=self.accepted | {(*key, name, code)})
            case Act.EDIT:
                return self

    def to_draft(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "fixes": [[*key, text] for key, text in self.fixes.items()],
            "columns": {sheet: dict(columns) for sheet, columns in self.columns.items()},
            "heads": dict(self.heads),
            "unwanted": sorted(self.unwanted),
            "held": sorted(map(list, self.held)),
            "left_out": sorted(map(list, self.left_out)),
            "accepted": sorted(map(list, self.accepted)),
        }


def overlay_of(draft: Mapping[str, Any]) -> Overlay:
    """What a draft keeps; whatever of it is not of its form is dropped."""
    fixes: dict[tuple[str, int, str], str | None] = {}
    for each in _list(draft.get("fixes")):
        if isinstance(each, list) and len(each) == 4 and _is_place(each[:2]) and each[2] in FIELDS:
            text = each[3]
            if text is None or (isinstance(text, str) and len(text) <= _LONGEST):
                fixes[each[0], each[1], each[2]] = text
    columns = {
        sheet: {name: letter for name, letter in told.items() if isinstance(letter, str)}
        for sheet, told in _dict(draft.get("columns")).items()
        if isinstance(told, dict)
    }
    heads = {sheet: row for sheet, row in _dict(draft.get("heads")).items() if _is_row(row)}
    accepted = frozenset(
        (each[0], each[1], each[2], each[3])
        for each in _list(draft.get("accepted"))
        if isinstance(each, list)
        and len(each) == 4
        and _is_place(each[:2])
        and all(isinstance(part, str) for part in each[2:])
    )
    unwanted = frozenset(each for each in _list(draft.get("unwanted")) if isinstance(each, str))
    return Overlay(
        fixes, columns, heads, unwanted, _places(draft.get("held")), _places(draft.get("left_out")), accepted
    )


def _places(told: object) -> frozenset[RowKey]:
    return frozenset((each[0], each[1]) for each in _list(told) if isinstance(each, list) and _is_place(each))


def _is_place(told: list[Any]) -> bool:
    return len(told) == 2 and isinstance(told[0], str) and _is_row(told[1])


def _is_row(told: object) -> bool:
    return isinstance(told, int) and not isinstance(told, bool) and told >= 0


def _list(told: object) -> list[Any]:
    return told if isinstance(told, list) else []


def _dict(told: object) -> dict[str, Any]:
    return {k: v for k, v in told.items() if isinstance(k, str)} if isinstance(told, dict) else {}
