"""What the page สวัสดิการ knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class ClaimsState:
    """Lives as long as the fund is open."""
