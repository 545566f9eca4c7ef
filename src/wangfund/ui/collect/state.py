"""What the page เก็บเงินสมทบ knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class CollectState:
    """Lives as long as the fund is open."""
