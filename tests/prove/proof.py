"""One thing proved: its name, the figure that shows it, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proof:
    """A line of `./dev prove`."""

    name: str
    figure: str
    holds: bool

    def __str__(self) -> str:
        return f"{'ok' if self.holds else 'FAILED':6} {self.name}: {self.figure}"
