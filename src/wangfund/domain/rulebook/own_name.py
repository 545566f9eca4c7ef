"""A rulebook's text under the fund's own name and resolution, everything else as it was written."""

from __future__ import annotations

import json
import re

_HEAD = re.compile(r"(?ms)^\[rulebook\][^\n]*\n(.*?)(?=^\[|\Z)")


def with_own_name(source: str, name: str, resolution: str) -> str:
    """The text with another name and resolution in its [rulebook] table; a word "" leaves what stands there.

    Only lines of the form `name = "…"` are touched, so a text without them comes back as it is.
    """
    head = _HEAD.search(source)
    if head is None:
        return source
    inside = head[1]
    for key, words in (("name", name), ("resolution", resolution)):
        if words:
            inside = _with_word(inside, key, words)
    return source[: head.start(1)] + inside + source[head.end(1) :]


def _with_word(table: str, key: str, words: str) -> str:
    line = f"{key} = {json.dumps(words, ensure_ascii=False)}"
    there = re.compile(rf'(?m)^{key}\s*=\s*"(?:[^"\\\n]|\\.)*"[ \t]*')
    return there.sub(lambda _: line, table, count=1)
