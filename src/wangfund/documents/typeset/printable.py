"""Text as it goes on paper: spelled the one way, in one line."""

from functools import lru_cache
from typing import Final

from wangfund.thai.repair import repair

# Marks over and under a consonant, and sara am; all but the first lie in two rows of the block.
_HOLDER: Final = "\u25cc"  # the dotted circle that shows where a consonant is missing
_MARKS: Final = frozenset(map(chr, (0x0E31, *range(0x0E33, 0x0E3B), *range(0x0E47, 0x0E4F))))


@lru_cache(maxsize=50_000)
def printable(text: str) -> str:
    """`text` with Thai put right by `repair` and every line break a space.

    A space at either end stays, because runs of a line are joined. Characters the face lacks stay too: the font
    draws a box for them, so that they are seen on paper and come back whole when copied. Text is never read as
    markup anywhere in this package.
    """
    if text.isascii() and text.isprintable():
        return text
    line = " ".join(text.splitlines()) if not text.isprintable() else text
    before = " " if line[:1].isspace() else ""
    after = " " if len(line) > 1 and line[-1:].isspace() else ""
    core = repair(line)
    if core[:1] in _MARKS:
        core = _HOLDER + core  # a mark without its consonant would be drawn over what stands at the left
    return before + core + after if core else before
