"""What the page เครือข่าย knows: the day, the figures of that day, and what is missing in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from wangfund.domain.fiscal_year import last_full_year_day
from wangfund.domain.papers.network_book import NetworkBook
from wangfund.text.terms import MEMBER_KINDS, pool_name
from wangfund.thai.dates import be_year, month_span, short_date, short_month
from wangfund.thai.money_text import format_baht
from wangfund.thai.period import Period
from wangfund.usecases.report_facts import ReportFacts

CLOSED, TODAY, FULL_YEAR = "closed", "today", "full_year"


class DayChoice(NamedTuple):
    """A day the figures can be of."""

    code: str
    day: date
    words: str


class FigureRow(NamedTuple):
    """A line of the table: what, then figures from the right; `style` is head, line or total."""

    what: str
    figures: tuple[str, ...]
    style: str = "line"


class Missing(NamedTuple):
    """Something the figures lack, in words, and where it is put right ("" when nobody can)."""

    words: str
    page: str = ""


@dataclass(slots=True)
class NetworkState:
    """Lives as long as the fund is open. `books` keeps what was counted, by day, until something changes."""

    facts: ReportFacts | None = None
    code: str = ""
    books: dict[date, NetworkBook] = field(default_factory=dict)

    def take(self, facts: ReportFacts, today: date) -> None:
        """The books were read; the day chosen stays while there is such a day."""
        self.facts = facts
        codes = [choice.code for choice in self.days(today)]
        if self.code not in codes:
            self.code = codes[0]

    def forget(self) -> None:
        """The books have changed."""
        self.facts = None
        self.books.clear()

    def days(self, today: date) -> tuple[DayChoice, ...]:
        """The days to choose, each day once: what is sealed first, for it cannot change any more."""
        if self.facts is None:
            return ()
        closed = self.facts.last_closed
        full_year = last_full_year_day(today)
        found: list[DayChoice] = []
        if closed is not None:
            also = " และวันนับสมาชิกครบปี" if closed.last_day == full_year else ""
            found.append(_choice(CLOSED, closed.last_day, f"สิ้นงวดที่ปิดล่าสุด{also}"))
        found.append(_choice(TODAY, today, "วันนี้"))
        days = {choice.day for choice in found}
        if full_year not in days and full_year >= self.facts.first.first_day:
            found.append(_choice(FULL_YEAR, full_year, "วันนับสมาชิกครบปี"))
        return tuple(found)

    def day(self, today: date) -> date:
        """The day chosen."""
        return next((choice.day for choice in self.days(today) if choice.code == self.code), today)


def file_name(book: NetworkBook) -> str:
    """A name for the workbook: whose, and of which day; it sorts by time."""
    day = book.day
    where = book.head.tambon or book.head.name
    return f"ข้อมูลเครือข่าย {where} {be_year(day)}-{day.month:02d}-{day.day:02d}"


def member_rows(book: NetworkBook) -> tuple[FigureRow, ...]:
    """Members by kind, ever and now, and of how many villages."""
    ever: dict[str, int] = {}
    now: dict[str, int] = {}
    for count in book.members:
        ever[count.kind] = ever.get(count.kind, 0) + count.ever
        now[count.kind] = now.get(count.kind, 0) + count.current
    kinds = [kind for kind in MEMBER_KINDS if kind in ever] + sorted(set(ever) - set(MEMBER_KINDS))
    rows = [FigureRow("สมาชิก (คน)", ("สะสม", "ปัจจุบัน"), "head")]
    rows += [
        FigureRow(MEMBER_KINDS.get(kind, kind), (_count(ever[kind]), _count(now[kind]))) for kind in kinds
    ]
    rows.append(FigureRow("รวม", (_count(book.members_ever), _count(book.members_now)), "total"))
    rows.append(
        FigureRow(f"เป็นสมาชิกครบปี ณ {short_date(book.full_year_day)}", ("", _count(book.members_full_year)))
    )
    villages = f"{book.villages_with_members:,} จาก {book.villages:,}"
    rows.append(FigureRow("หมู่บ้านที่มีสมาชิก", ("", villages)))
    return tuple(rows)


def money_rows(book: NetworkBook) -> tuple[FigureRow, ...]:
    """Money by place and by pool, and what of it is promised already."""
    promised = book.approved_unpaid_satang + book.paid_ahead_satang
    return (
        FigureRow("เงินของกองทุน (บาท)", ("", ""), "head"),
        FigureRow("เงินสด", ("", format_baht(book.cash_satang))),
        FigureRow("เงินฝากธนาคาร", ("", format_baht(book.bank_satang))),
        FigureRow("รวม", ("", format_baht(book.total_satang)), "total"),
        FigureRow("ในนี้ผูกพันไว้แล้ว", ("", format_baht(promised))),
        *(FigureRow(pool_name(pool), ("", format_baht(satang))) for pool, satang in book.pools),
    )


def missing(book: NetworkBook) -> tuple[Missing, ...]:
    """What the figures lack, most weighty first; nothing when they can go as they are."""
    found: list[Missing] = []
    unclosed = _unclosed(book)
    if book.last_closed is None:
        found.append(Missing("ยังไม่เคยปิดงวด จึงไม่มีรหัสยืนยันให้จังหวัดเทียบ ส่งได้ แต่ตัวเลขยังเปลี่ยนได้", "close"))
    elif unclosed is not None:
        found.append(Missing(f"งวด {month_span(*unclosed)} ยังไม่ปิด ตัวเลขหลังงวดที่ปิดแล้วยังเปลี่ยนได้", "close"))
    unknown = sum(count.current for count in book.members if count.kind == "unknown_age")
    if unknown:
        words = f"ไม่รู้วันเกิดของสมาชิก {unknown:,} คน จึงบอกไม่ได้ว่าเป็นเด็ก ผู้ใหญ่ หรือผู้สูงอายุ"
        found.append(Missing(words, "members"))
    if not book.population:
        found.append(Missing("ยังไม่ได้ใส่จำนวนประชากรของตำบล จังหวัดใช้คิดว่าเป็นสมาชิกกี่ส่วน", "settings"))
    if not book.members_now:
        found.append(Missing("ยังไม่มีสมาชิก", "members"))
    return tuple(found)


def sealed_words(book: NetworkBook) -> str:
    """The last sealed month and its fingerprint."""
    if book.last_closed is None:
        return "ยังไม่มีงวดที่ปิด"
    return f"งวด {short_month(book.last_closed)} · {book.fingerprint}"


def _unclosed(book: NetworkBook) -> tuple[Period, Period] | None:
    """The months up to the day's that are not sealed."""
    last = Period.of(book.day)
    if book.last_closed is None or book.last_closed >= last:
        return None
    return book.last_closed.plus(1), last


def _choice(code: str, day: date, words: str) -> DayChoice:
    return DayChoice(code, day, f"{short_date(day)} · {words}")


def _count(number: int) -> str:
    return f"{number:,}" if number else _NONE


_NONE: Final = "–"
