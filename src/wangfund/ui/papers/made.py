"""A paper as it was made: a name for its file, and the PDF.

A paper whose printing counts (receipts, vouchers) carries `send`; `papers/counted.py` makes such papers, so that a
page never counts by itself. A preview counts nothing; printing it or keeping it as a file counts once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Give = Callable[[bytes], None]
"""Takes the PDF that goes out, to a printer or a file; raises when it could not go out."""


@dataclass(frozen=True, slots=True)
class MadePaper:
    """`name` is the file's name without its ending; `pdf` the bytes as shown.

    `send` is called beside the window each time the paper goes out. It calls its argument once, with the PDF as it
    is now (original or which copy), and counts the printing only when that has returned. None: nothing is counted
    and `pdf` itself goes out. `whole`: every printing is an original or a copy of its own, so the paper goes out
    once and whole, and neither copies nor single pages are asked for.
    """

    name: str
    pdf: bytes
    send: Callable[[Give], None] | None = None
    whole: bool = False
