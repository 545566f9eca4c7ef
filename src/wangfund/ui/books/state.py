"""What the page บัญชี knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class BooksState:
    """Lives as long as the fund is open."""
