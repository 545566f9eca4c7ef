"""What the page เครือข่าย knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class NetworkState:
    """Lives as long as the fund is open."""
