"""A whole table of a rulebook's text taken out, copied or written anew; every other letter stays as it was written."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any, Final

from wangfund.domain.rulebook.edit_text import (
    EditValue,
    not_edited,
    only,
    remove_value,
    set_value,
    tables_of,
    value_at,
    written_word,
)
from wangfund.domain.rulebook.value_places import Path, Places, Span, value_places

_LEAST: Final = 2
"""A list's name and a place in it."""


def remove_table(text: str, path: Path) -> str:
    """The text without one table of a list, as ('benefits', 3) or ('benefits', 3, 'caps', 0), and all inside it.

    Raises:
        Refused: RULEBOOK_INVALID (the text is not TOML), RULEBOOK_NOT_EDITED (no such table stands there).
    """
    tables, places = tables_of(text), value_places(text)
    if len(path) < _LEAST or not isinstance(path[-1], int):
        raise not_edited(path)
    if path in places.headers:
        block = _block(text, places, path)
        edited = text[: block.start] + text[block.end :]
        if _count(tables, path[:-1]) == 1:
            # A list of headers that has no table left is not there.
            return only(edited, path, _changed(tables, path[:-2], lambda here: here.pop(path[-2])))
    elif path in places.values:
        edited = _without_item(text, places.values[path], last=_next(path) not in places.values)
    else:
        raise not_edited(path)
    return only(edited, path, _changed(tables, path[:-1], lambda here: _drop(here, path[-1])))


def copy_table(text: str, path: Path) -> str:
    """The text with a table of a list written once more, right after it.

    Raises:
        Refused: as `remove_table`; RULEBOOK_NOT_EDITED where it stands inside brackets.
    """
    tables, places = tables_of(text), value_places(text)
    if path not in places.headers or not isinstance(path[-1], int):
        raise not_edited(path)
    block = _block(text, places, path)
    said = text[block.start : block.end]
    gap = ("" if said.endswith("\n") else "\n") + "\n"
    edited = text[: block.end] + gap + said + text[block.end :]
    return only(edited, path, _changed(tables, path[:-1], lambda here: _repeat(here, path[-1])))


def add_table(text: str, home: Path, name: str, words: Mapping[str, EditValue]) -> str:
    """The text with one more table at the end of a list, as 'caps' of ('benefits', 3); the list need not be there yet.

    Raises:
        Refused: as `remove_table`.
    """
    tables, places = tables_of(text), value_places(text)
    many = _count(tables, (*home, name))
    last = (*home, name, many - 1)
    if many and last not in places.headers:
        end = places.values[last].end if last in places.values else 0
        if not end:
            raise not_edited(last)
        said = ", ".join(written_word((*home, name), key, value) for key, value in words.items())
        between = _between(text, places, last)
        edited = text[:end] + f",{between}{{ {said} }}" + text[end:]
    else:
        at = _block(text, places, last).end if many else _own_end(places, home)
        header = ".".join(part for part in (*home, name) if isinstance(part, str))
        lines = [f"[[{header}]]", *(written_word((*home, name), key, value) for key, value in words.items())]
        before = "" if not at or text[:at].endswith("\n") else "\n"
        edited = text[:at] + before + "\n" + "\n".join(lines) + "\n" + text[at:]
    return only(edited, last, _changed(tables, home, lambda here: _append(here, name, words)))


def without_benefit(text: str, at: int) -> str:
    """The text without a benefit and without its name in the lists of others: shared caps, ceiling, exclusions.

    Raises:
        Refused: as `remove_table`.
    """
    tables = tables_of(text)
    benefits: Any = tables.get("benefits")
    code = benefits[at].get("code")
    places: list[Path] = [("yearly_ceiling", "except_benefits")]
    for other, one in enumerate(benefits):
        places.append(("benefits", other, "exclusive_with", "benefits"))
        places += [("benefits", other, "facts", n, "benefits") for n in range(_count(one, ("facts",)))]
    empty = []
    for other in range(len(benefits)):
        excluding: Path = ("benefits", other, "exclusive_with")
        if other != at and value_at(tables, (*excluding, "benefits")) == [code]:
            # Nothing is left that it excludes.
            text = _without_plain(text, excluding)
            tables = tables_of(text)
    for n in range(_count(tables, ("shared_caps",))):
        if value_at(tables, ("shared_caps", n, "benefits")) == [code]:
            empty.append(n)
        else:
            places.append(("shared_caps", n, "benefits"))
    for path in places:
        named = value_at(tables, path)
        if path[:2] != ("benefits", at) and isinstance(named, list) and code in named:
            text = set_value(text, path, [name for name in named if name != code])
    for n in reversed(empty):
        text = remove_table(text, ("shared_caps", n))
    return remove_table(text, ("benefits", at))


def _without_plain(text: str, path: Path) -> str:
    """The text without a table that is no part of a list."""
    places = value_places(text)
    if path not in places.headers:
        return remove_value(text, path)
    block = _block(text, places, path)
    edited = text[: block.start] + text[block.end :]
    return only(edited, path, _changed(tables_of(text), path[:-1], lambda here: here.pop(path[-1])))


def _block(text: str, places: Places, path: Path) -> Span:
    """From a table's header to the end of the last word inside it; comments right above the header go with it."""
    start = text.rfind("\n", 0, places.headers[path].start) + 1
    while start:
        line = text.rfind("\n", 0, start - 1) + 1
        if not text[line:start].lstrip().startswith("#"):
            break
        start = line
    end = max(
        room.at for inside, room in places.rooms.items() if inside[: len(path)] == path and not room.inline
    )
    after = end
    # The empty line that parted it from what follows goes too.
    while text.startswith("\n", after):
        after += 1
    return Span(start, after)


def _own_end(places: Places, home: Path) -> int:
    """Where the first table of a new list of a benefit stands: after its amounts, else at its end."""
    inside = [room.at for at, room in places.rooms.items() if at[: len(home)] == home and not room.inline]
    if not inside:
        raise not_edited(home)
    amounts = [
        room.at
        for at, room in places.rooms.items()
        if at[: len(home) + 1] == (*home, "amounts") and not room.inline
    ]
    return max(amounts or inside)


def _between(text: str, places: Places, last: Path) -> str:
    """What stands between two items of a list: a new line with its indent, or a space."""
    start = places.values[last].start
    line = text.rfind("\n", 0, start) + 1
    lead = text[line:start]
    return f"\n{lead}" if not lead.strip() else " "


def _without_item(text: str, item: Span, *, last: bool) -> str:
    """The text without an item of a list in brackets and the comma that joined it."""
    rest = text[item.end :]
    after = rest.lstrip(" \t")
    line = text.rfind("\n", 0, item.start) + 1
    if after.startswith(","):
        after = after[1:]
        alone = not text[line : item.start].strip() and after.lstrip(" \t").startswith("\n")
        return text[:line] + after.lstrip(" \t")[1:] if alone else text[: item.start] + after.lstrip(" \t")
    before = text[: item.start].rstrip()
    return (before.removesuffix(",") if last else before) + rest


def _next(path: Path) -> Path:
    last = path[-1]
    return (*path[:-1], last + 1) if isinstance(last, int) else path


def _count(tables: object, path: Path) -> int:
    found = value_at(tables, path)
    return len(found) if isinstance(found, list) else 0


def _changed(tables: dict[str, object], home: Path, change: Callable[[Any], object]) -> dict[str, object]:
    wanted = copy.deepcopy(tables)
    try:
        change(value_at(wanted, home))
    except (AttributeError, TypeError, IndexError, KeyError) as error:
        raise not_edited(home) from error
    return wanted


def _drop(here: Any, at: Any) -> None:
    here.pop(at)


def _repeat(here: Any, at: Any) -> None:
    here.insert(at + 1, copy.deepcopy(here[at]))


def _append(here: Any, name: str, words: Mapping[str, EditValue]) -> None:
    here.setdefault(name, []).append(dict(words))
