"""Which face an error has: blue for a refusal, turmeric for a question, red only for what the disk says."""

from __future__ import annotations

from datetime import date

from wangfund.domain.errors import Confirm, FundError
from wangfund.store.errors import StoreError
from wangfund.text.messages import lines_of_error
from wangfund.thai.dates import short_date
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.banner import Banner


def tone_of(error: FundError) -> str:
    """The tone of an error's kind."""
    if isinstance(error, StoreError):
        return "bad"
    return "warn" if isinstance(error, Confirm) else "pri"


def banner_of(theme: Theme, error: FundError) -> Banner:
    """What happened, why, what to do; a refusal shows its first day when it has one."""
    first, *rest = lines_of_error(error)
    day = error.values.get("first_day")
    figure = short_date(date.fromisoformat(day)) if isinstance(day, str) and day else ""
    tone = tone_of(error)
    icon = (
        "calendar-days"
        if figure
        else {"bad": "circle-alert", "warn": "triangle-alert"}.get(tone, "circle-alert")
    )
    return Banner(
        theme,
        tone,
        first,
        tuple(rest),
        figure=figure,
        figure_name="ได้ตั้งแต่" if figure else "",
        icon=icon,
        can_close=True,
    )
