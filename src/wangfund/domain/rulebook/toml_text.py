"""A rulebook's text before it is understood: how big, how deep, is it TOML, and which line says what."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from wangfund.domain.errors import Finding
from wangfund.domain.rulebook.value_places import Path, value_places

TEXT_CAP_BYTES = 300_000
"""Ten times a long by-law; a text of this size made to hurt is still answered in seconds."""
DEPTH_CAP = 12
_KEY_DOTS_CAP = 8
_NUMBER_LENGTH_CAP = 18
_ROWS = 200
_LONG_NUMBER = re.compile(r"[0-9]{1000}")
_WRITTEN_TWICE = re.compile(r"overwrite|twice|immutable")
_NO_DAY = re.compile(r"[Dd]ate|time")
_NO_SIGN = re.compile(r"Illegal character")
_AT_LINE = re.compile(r"line (\d+)")


class LoadedText(NamedTuple):
    """The tables of a TOML text, and the line of each header and value by its path, as 'benefits[3].caps[0].per'."""

    tables: dict[str, object]
    lines: dict[str, int]


def load_toml(text: str) -> LoadedText | Finding:
    """Read TOML, or say why not, with the line.

    RULEBOOK_TOO_LARGE, _TOO_DEEP, _WRITTEN_TWICE, _NO_DAY, _BAD_SIGN, _LONG_NUMBER, or else _NOT_TOML.
    Depth and dotted keys are measured before parsing, because the parser itself recurses.
    """
    if len(text) > TEXT_CAP_BYTES or len(text.encode(errors="surrogatepass")) > TEXT_CAP_BYTES:
        return Finding("RULEBOOK_TOO_LARGE", values={"limit_bytes": TEXT_CAP_BYTES})
    too_deep = _too_deep_at(text)
    if too_deep is not None:
        return Finding("RULEBOOK_TOO_DEEP", values={"line": too_deep, "limit": DEPTH_CAP})
    try:
        tables = tomllib.loads(text, parse_float=_decimal)
    except ValueError as error:  # TOMLDecodeError, and int() on thousands of digits
        return _not_toml(text, str(error))
    return LoadedText(tables, _line_of_paths(text))


def line_of(lines: Mapping[str, int], path: str) -> int:
    """The line of a path, or of the nearest thing around it; 0 when nothing is known."""
    while path:
        if path in lines:
            return lines[path]
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return 0


def _not_toml(text: str, said: str) -> Finding:
    found = _AT_LINE.search(said)
    # At the end of the text the parser names no line, nor does int() of thousands of digits.
    line = int(found[1]) if found else text.count("\n") + 1
    number = None if found else _LONG_NUMBER.search(text)
    if number is not None:
        line = text.count("\n", 0, number.start()) + 1
        return Finding("RULEBOOK_LONG_NUMBER", values={"line": line})
    code = "RULEBOOK_NOT_TOML"
    for words, instead in (
        (_WRITTEN_TWICE, "RULEBOOK_WRITTEN_TWICE"),
        (_NO_DAY, "RULEBOOK_NO_DAY"),
        (_NO_SIGN, "RULEBOOK_BAD_SIGN"),
    ):
        if words.search(said):
            code = instead
    return Finding(code, values={"line": line})


def _decimal(text: str) -> Decimal | tuple[()]:
    """A plain decimal, exact; 1e9, inf and nan become something no word of a rulebook accepts."""
    if len(text) > _NUMBER_LENGTH_CAP or not text.lstrip("+-").replace(".", "", 1).isdigit():
        return ()
    return Decimal(text)


def _too_deep_at(text: str) -> int | None:
    """The line where brackets nest beyond DEPTH_CAP or a key has too many dots; None when nowhere.

    Brackets inside strings and comments do not count.
    """
    depth = dots = place = 0
    line = 1
    size = len(text)
    while place < size:
        sign = text[place]
        if sign in "\"'":
            place, passed = _after_string(text, place)
            line += passed
            continue
        if sign == "#":
            end = text.find("\n", place)
            place = size if end < 0 else end
            continue
        if sign in "[{":
            depth += 1
            dots = 0
        elif sign in "]}":
            depth -= 1
        elif sign == ".":
            dots += 1
        elif sign in ",=\n":
            dots = 0
            line += sign == "\n"
        if depth > DEPTH_CAP or dots > _KEY_DOTS_CAP:
            return line
        place += 1
    return None


def _after_string(text: str, place: int) -> tuple[int, int]:
    """Where the string starting at `place` ends, and how many lines it spans; the end of text if never."""
    quote = text[place]
    fence = quote * 3 if text.startswith(quote * 3, place) else quote
    at = place + len(fence)
    while at < len(text):
        if text[at] == "\\" and quote == '"':
            at += 2
            continue
        if text.startswith(fence, at):
            end = at + len(fence)
            return end, text.count("\n", place, end)
        if len(fence) == 1 and text[at] == "\n":
            return at, 0
        at += 1
    return len(text), text.count("\n", place)


def _line_of_paths(text: str) -> dict[str, int]:
    places = value_places(text)
    ends = [place for place, sign in enumerate(text) if sign == "\n"]
    rows = {
        path: span for path, span in places.values.items() if isinstance(path[-1], int) and path[-1] < _ROWS
    }
    spans = {**rows, **places.entries, **places.headers}
    lines: dict[str, int] = {}
    for path, span in sorted(spans.items(), key=lambda one: one[1].start):
        line = bisect_left(ends, span.start) + 1
        lines[_written(path)] = line
        if path[-1] == 0:
            lines.setdefault(_written(path[:-1]), line)
    return lines


def _written(path: Path) -> str:
    """A path as a finding names it: 'benefits[3].caps[0].per'."""
    words = ""
    for part in path:
        words += f"[{part}]" if isinstance(part, int) else f".{part}"
    return words.removeprefix(".")
