"""What the page ตั้งค่า knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class SettingsState:
    """Lives as long as the fund is open."""
