"""How much room a step has: three columns at the usual size; else the step lies over the list, Esc goes back to it."""

from __future__ import annotations

from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme


def over_list(theme: Theme) -> bool:
    """Whether the step lies over the list instead of beside it."""
    return not theme.roomy


def stacked(theme: Theme) -> bool:
    """Whether a step, its answer and its figures stand under each other."""
    return theme.percent >= sizes.SHORT_FROM


def wide(theme: Theme) -> bool:
    """Whether tables show all their columns; a narrow window at the usual size has not the width."""
    return theme.roomy or theme.percent >= sizes.SHORT_FROM
