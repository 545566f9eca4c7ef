"""Where a line of Thai may break: between words, or at the least between clusters.

Two word lists, loaded on first use: a coarse one whose words stay whole if they can, and a fine one for a word
that does not fit its line. Measured on sentences of the field: the coarse list breaks wrongly least often, the
fine list finds nearly every break.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from wangfund.paths import bundled

_LISTS: Final = {"coarse": "resources/words/words_th.txt", "fine": "resources/words/icubrk_th.txt"}
_ZWSP: Final = "\u200b"
_RUN: Final = re.compile(
    "[\u0e01-\u0e3a\u0e40-\u0e4e]+|[ \t\n\r]+|\u200b+|[^\u0e01-\u0e3a\u0e40-\u0e4e \t\n\r\u200b]+"
)
_NO_START: Final = frozenset("ๆฯ)]}”’\"',.;:!?%…/")
_NO_END: Final = frozenset("([{“‘฿-")
_CLUSTER: Final = re.compile("[เแโใไ]?[ก-ฮ][ะ-ฺ็-๎]*[าะๅ]?|.", re.DOTALL)


@lru_cache(maxsize=20_000)
def tokens(text: str, fine: bool = False) -> tuple[str, ...]:
    """Pieces of a text between which a line may break, in order; a run of spaces is one piece ``" "``.

    No piece begins with a mark that belongs to what stands before it, none but a lone one ends in an opening
    bracket. A zero-width space is a break its writer asked for; it stands in no piece. Joined, the pieces give
    the text with its runs of spaces single. Reads the word lists on first use.
    """
    pieces: list[str] = []
    may_glue = False
    for run in _RUN.findall(text):
        if run[0] == _ZWSP:
            may_glue = False
            continue
        for piece in _split(run, fine=fine):
            if may_glue and piece != " " and (piece[0] in _NO_START or pieces[-1][-1] in _NO_END):
                pieces[-1] += piece
            else:
                pieces.append(piece)
            may_glue = piece != " "
    return tuple(pieces)


def clusters(text: str) -> list[str]:
    """The smallest pieces a text may be cut into: a consonant stays with its vowels and marks.

    Joined they are the text.
    """
    return _CLUSTER.findall(text)


def _split(run: str, *, fine: bool) -> list[str]:
    if run[0] in " \t\n\r":
        return [" "]
    if "\u0e01" <= run[0] <= "\u0e4e":
        return _segment(run, "fine" if fine else "coarse")
    return [run]


def _segment(run: str, name: str) -> list[str]:
    from nlpo3 import segment

    _load(name)
    return segment(run, name)


@lru_cache
def _load(name: str) -> None:
    from nlpo3 import load_dict

    load_dict(str(bundled(_LISTS[name])), name)
