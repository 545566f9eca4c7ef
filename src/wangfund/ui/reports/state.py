"""What the page รายงาน knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class ReportsState:
    """Lives as long as the fund is open."""
