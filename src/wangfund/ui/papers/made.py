"""A paper as it was made: a name for its file, and the PDF."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MadePaper:
    """`name` is the file's name without its ending; `pdf` the bytes."""

    name: str
    pdf: bytes
