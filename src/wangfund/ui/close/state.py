"""What the page ปิดงวด knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class CloseState:
    """Lives as long as the fund is open."""
