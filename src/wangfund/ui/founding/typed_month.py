"""A month as a person types it: ต.ค. 2569, 10/2569, 10/69."""

from __future__ import annotations

from wangfund.domain.errors import Finding
from wangfund.thai.date_reading import read_thai_date
from wangfund.thai.dates import long_month
from wangfund.thai.digits import to_arabic
from wangfund.thai.period import Period
from wangfund.ui.widgets.typed import Typed


def typed_month(text: str, *, latest: Period | None = None, required: bool = False) -> Typed[Period]:
    """A month in any of the styles people write; `latest` refuses a later one. Empty is no month."""
    plain = " ".join(to_arabic(text).split())
    if not plain:
        return Typed(None, Finding("PERIOD_UNREADABLE", "month") if required else None)
    month = _read(plain)
    if month is None:
        return Typed(None, Finding("PERIOD_UNREADABLE", "month"))
    if latest is not None and month > latest:
        return Typed(None, Finding("BOOKS_FROM_FUTURE", "month", values={"books_from": month.iso}))
    return Typed(month, fact=long_month(month))


def _read(plain: str) -> Period | None:
    if len(plain) > 40:
        return None
    try:
        return Period.parse(plain)
    except ValueError:
        pass
    # The first of the month in the same style: '1/10/69', '1 ต.ค. 2569'.
    for day in (f"1/{plain}", f"1 {plain}"):
        reading = read_thai_date(day)
        if reading.value is not None and reading.value.day == 1:
            return Period.of(reading.value)
    return None
