"""What the page นำเข้าทะเบียน knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class ImportState:
    """Lives as long as the fund is open."""
