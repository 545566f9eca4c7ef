"""A rulebook's text before it is understood: how big, how deep, is it TOML, and which line says what."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from typing import NamedTuple

from wangfund.domain.errors import Finding

TEXT_CAP_BYTES = 1_000_000
DEPTH_CAP = 12
_KEY_DOTS_CAP = 8
_NUMBER_LENGTH_CAP = 18
_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\-\"' ]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_\-]+|\"[^\"]*\")\s*=")
_AT_LINE = re.compile(r"line (\d+)")


class LoadedText(NamedTuple):
    """The tables of a TOML text, and the line of each header and key by its path, as 'benefits[3].caps[0].per'."""

    tables: dict[str, object]
    lines: dict[str, int]


def load_toml(text: str) -> LoadedText | Finding:
    """Read TOML, or say why not: too large, nested too deep, or not TOML (with its line).

    Depth and dotted keys are measured before parsing, because the parser itself recurses.
    """
    if len(text) > TEXT_CAP_BYTES or len(text.encode(errors="surrogatepass")) > TEXT_CAP_BYTES:
        return Finding("RULEBOOK_TOO_LARGE", values={"limit_bytes": TEXT_CAP_BYTES})
    too_deep = _too_deep_at(text)
    if too_deep is not None:
        return Finding("RULEBOOK_TOO_DEEP", values={"line": too_deep, "limit": DEPTH_CAP})
    try:
        return LoadedText(tomllib.loads(text, parse_float=_decimal), _line_of_paths(text))
    except ValueError as error:  # TOMLDecodeError, and int() on thousands of digits
        found = _AT_LINE.search(str(error))
        return Finding("RULEBOOK_NOT_TOML", values={"line": int(found[1]) if found else 0})


def line_of(lines: dict[str, int], path: str) -> int:
    """The line of a path, or of the nearest thing around it; 0 when nothing is known."""
    while path:
        if path in lines:
            return lines[path]
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return 0


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
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    here = ""
    for number, row in enumerate(text.splitlines(), start=1):
        if (header := _HEADER.match(row)) is not None:
            here = _path_of_header(header[2], is_array=header[1] == "[[", counts=counts)
            lines.setdefault(here, number)
        elif (key := _KEY.match(row)) is not None:
            name = key[1].strip('"')
            lines.setdefault(f"{here}.{name}" if here else name, number)
    return lines


def _path_of_header(dotted: str, *, is_array: bool, counts: dict[str, int]) -> str:
    """A header's path with the place of each array table it stands in."""
    path = ""
    parts = [part.strip().strip("\"'") for part in dotted.split(".")]
    for place, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        if is_array and place == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = f"{path}[{counts[path]}]"
    return path
