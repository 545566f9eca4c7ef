"""One value of a rulebook's text changed in its place: every other letter, line and comment stays as it was written."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from wangfund.domain.errors import Finding, Refused
from wangfund.domain.rulebook.toml_text import LoadedText, load_toml
from wangfund.domain.rulebook.value_places import Path, Places, value_places

EditValue = str | bool | int | Decimal | date | Sequence[str]


def set_value(text: str, path: Path, value: EditValue) -> str:
    """The text with the value at a path; a word its table lacks is added at the table's end.

    Raises:
        Refused: RULEBOOK_INVALID (the text is not TOML, its findings say where), RULEBOOK_NOT_EDITED (there is no
            such table, or the value cannot be written).
    """
    tables = tables_of(text)
    places = value_places(text)
    span = places.values.get(path)
    said = _written(path, value)
    if span is not None:
        edited = text[: span.start] + said + text[span.end :]
    else:
        edited = _added(text, places, path, said)
    return only(edited, path, _changed(tables, path, lambda here, last: _put(here, last, _plain(value))))


def remove_value(text: str, path: Path) -> str:
    """The text without the word at a path; where it does not stand nothing changes.

    Raises:
        Refused: as `set_value`.
    """
    tables = tables_of(text)
    span = value_places(text).entries.get(path)
    if span is None:
        return text
    start, end = span
    line = text.rfind("\n", 0, start) + 1
    if not text[line:start].strip():
        after = text.find("\n", end)
        edited = text[:line] + ("" if after < 0 else text[after + 1 :])
    else:
        edited = text[:start] + _after_comma(text[end:])
        if edited == text[:start] + text[end:]:
            edited = text[:start].rstrip().removesuffix(",") + text[end:]
    return only(edited, path, _changed(tables, path, lambda here, last: here.pop(last)))


def value_at(tables: object, path: Path) -> Any:
    """What stands at a path of loaded tables; None where nothing does."""
    here = tables
    for part in path:
        if isinstance(here, dict) and isinstance(part, str):
            here = here.get(part)
        elif isinstance(here, list) and isinstance(part, int) and part < len(here):
            here = here[part]
        else:
            return None
    return here


@lru_cache(maxsize=4)
def _load(text: str) -> LoadedText | Finding:
    """What one edit gave is what the next begins with. Nobody changes the tables."""
    return load_toml(text)


def tables_of(text: str) -> dict[str, object]:
    """The tables of a text, for reading. Raises Refused: RULEBOOK_INVALID."""
    loaded = _load(text)
    if isinstance(loaded, Finding):
        raise Refused("RULEBOOK_INVALID", {"faults": 1}, (loaded,))
    return loaded.tables


def _added(text: str, places: Places, path: Path, said: str) -> str:
    room = places.rooms.get(path[:-1])
    key = path[-1] if path else 0
    if room is None or not isinstance(key, str):
        raise not_edited(path)
    word = f"{_key(key)} = {said}"
    if room.inline:
        joined = f" {word} " if room.empty else f", {word}"
        return text[: room.at] + joined + text[room.at :]
    end = "\r\n" if "\r\n" in text else "\n"
    before = text[: room.at]
    if before and not before.endswith("\n"):
        before += end
    return f"{before}{word}{end}{text[room.at :]}"


def only(edited: str, path: Path, wanted: dict[str, object]) -> str:
    """The edited text, when it says what it said before but for that one value."""
    loaded = _load(edited)
    if isinstance(loaded, Finding) or loaded.tables != wanted:
        raise not_edited(path)
    return edited


def _changed(
    tables: dict[str, object], path: Path, change: Callable[[Any, Any], object]
) -> dict[str, object]:
    wanted = copy.deepcopy(tables)
    here: Any = value_at(wanted, path[:-1])
    try:
        change(here, path[-1])
    except (AttributeError, TypeError, IndexError, KeyError) as error:
        raise not_edited(path) from error
    return wanted


def _put(here: Any, last: str | int, value: object) -> None:
    here[last] = value


def _plain(value: EditValue) -> object:
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else value


def _written(path: Path, value: EditValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise not_edited(path) from error
        return _quoted(value)
    return f"[{', '.join(_written(path, one) for one in value)}]"


def written_word(home: Path, key: str, value: EditValue) -> str:
    """A word with its value as TOML: 'baht = 300'."""
    return f"{_key(key)} = {_written((*home, key), value)}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    plain = key.replace("_", "").replace("-", "")
    return key if plain.isascii() and plain.isalnum() else _quoted(key)


def _after_comma(rest: str) -> str:
    """What follows a word of an inline table, without the comma that joined them."""
    after = rest.lstrip()
    return after[1:].lstrip() if after.startswith(",") else rest


def not_edited(path: Path) -> Refused:
    """RULEBOOK_NOT_EDITED, with the place."""
    return Refused("RULEBOOK_NOT_EDITED", {"path": ".".join(map(str, path))[:120]})
