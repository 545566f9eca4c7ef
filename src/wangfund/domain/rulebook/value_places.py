"""Where every value of a TOML text stands, so that one of them can be changed and the rest stays as it was written."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import Final, NamedTuple

Path = tuple[str | int, ...]
"""The way to a value: ('benefits', 3, 'amounts', 0, 'baht')."""

_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE: Final = re.compile(r"[^\s,\]}#]+(?: \d\d:\d\d[^\s,\]}#]*)?")
_SPACE: Final = " \t"
_ANY_SPACE: Final = " \t\r\n"
_FENCE: Final = 3


class Span(NamedTuple):
    """From one place of the text (inclusive) to another (exclusive)."""

    start: int
    end: int


class Room(NamedTuple):
    """Where another word of a table would be written: a new line, or inside the braces of an inline table."""

    at: int
    inline: bool
    empty: bool


@dataclass(slots=True)
class Places:
    """`values` by path; `entries` from each key to the end of its value; `rooms` and `headers` of tables by path."""

    values: dict[Path, Span] = field(default_factory=dict)
    entries: dict[Path, Span] = field(default_factory=dict)
    rooms: dict[Path, Room] = field(default_factory=dict)
    headers: dict[Path, Span] = field(default_factory=dict)


def value_places(text: str) -> Places:
    """The places of a text that is TOML and nested no deeper than `load_toml` allows."""
    scan = _Scan(text)
    scan.document()
    return scan.found


class _Scan:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.found = Places(rooms={(): Room(0, inline=False, empty=True)})
        self._counts: dict[Path, int] = {}

    def document(self) -> None:
        here: Path = ()
        while self._skip():
            if self._looks_at("["):
                here = self._header()
            else:
                self._entry(here)
                self._end_line(here)

    def _header(self) -> Path:
        is_array = self._looks_at("[[")
        start = self.at
        self.at += 2 if is_array else 1
        parts = self._keys()
        path: Path = ()
        for place, part in enumerate(parts):
            path = (*path, part)
            if is_array and place == len(parts) - 1:
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = (*path, self._counts[path])
        self.found.headers[path] = Span(start, self.at)
        self._end_line(path)
        return path

    def _end_line(self, table: Path) -> None:
        """The next word of the table stands after this line."""
        end = self.text.find("\n", self.at)
        self.at = len(self.text) if end < 0 else end + 1
        self.found.rooms[table] = Room(self.at, inline=False, empty=False)

    def _entry(self, table: Path) -> None:
        start = self.at
        path = (*table, *self._keys())
        self._blank()
        self.at += 1  # the sign of equality
        self._blank()
        self._value(path)
        self.found.entries[path] = Span(start, self.at)

    def _keys(self) -> list[str]:
        parts = []
        while True:
            self._blank()
            parts.append(self._key())
            self._blank()
            if not self._looks_at("."):
                return parts
            self.at += 1

    def _key(self) -> str:
        start = self.at
        if self.text[start] in "\"'":
            self._string()
            return next(iter(tomllib.loads(f"{self.text[start : self.at]} = 0")))
        found = _BARE_KEY.match(self.text, start)
        assert found is not None, "the text is not TOML"
        self.at = found.end()
        return found[0]

    def _value(self, path: Path) -> None:
        start = self.at
        sign = self.text[start]
        if sign in "\"'":
            self._string()
        elif sign == "[":
            self._array(path)
        elif sign == "{":
            self._inline_table(path)
        else:
            found = _BARE_VALUE.match(self.text, start)
            assert found is not None, "the text is not TOML"
            self.at = found.end()
        self.found.values[path] = Span(start, self.at)

    def _array(self, path: Path) -> None:
        self.at += 1
        count = 0
        while self._skip() and not self._looks_at("]"):
            self._value((*path, count))
            count += 1
            self._skip()
            if self._looks_at(","):
                self.at += 1
        self.at += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        empty = True
        end = self.at
        while self._skip() and not self._looks_at("}"):
            self._entry(path)
            empty = False
            end = self.at
            self._skip()
            if self._looks_at(","):
                self.at += 1
        self.found.rooms[path] = Room(end, inline=True, empty=empty)
        self.at += 1

    def _string(self) -> None:
        quote = self.text[self.at]
        fence = quote * _FENCE if self._looks_at(quote * _FENCE) else quote
        self.at += len(fence)
        while not self._looks_at(fence):
            self.at += 2 if quote == '"' and self._looks_at("\\") else 1
        self.at += len(fence)
        if len(fence) == _FENCE:
            # Up to two signs of the fence may be the last letters of the text itself.
            for _ in range(_FENCE - 1):
                self.at += self._looks_at(quote)

    def _looks_at(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    def _blank(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in _SPACE:
            self.at += 1

    def _skip(self) -> bool:
        """Pass over space, ends of lines and comments; whether anything is left."""
        while self.at < len(self.text):
            sign = self.text[self.at]
            if sign == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            elif sign in _ANY_SPACE:
                self.at += 1
            else:
                return True
        return False
