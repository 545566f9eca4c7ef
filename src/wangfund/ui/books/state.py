"""What the page of the books knows: the month, what is looked for, which rounds lie open, and the lines that follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from wangfund.domain import accounts
from wangfund.text.accounts import account_name
from wangfund.text.paper_words import resolution_words
from wangfund.thai.dates import be_year, short_month
from wangfund.thai.period import Period
from wangfund.ui.books.entry_search import (
    EntryKey,
    Wanted,
    key_of,
    key_of_account,
    key_of_round,
    read_wanted,
    slipped,
)
from wangfund.ui.books.entry_words import (
    Money,
    inside_line,
    money_of,
    round_second,
    round_what,
    second_line,
    short_account,
    what,
)
from wangfund.ui.words import day_month
from wangfund.usecases.entries_of_month import BookEntry, BookNames, MonthEntries, RoundRow

Key = tuple[str, int | str]
"""What a line is: ('entry', id), ('round', id) or ('account', code)."""

SHOWS: Final = {"all": "ทั้งหมด", "in": "รับ", "out": "จ่าย", "move": "ย้าย", "accounts": "ตามบัญชี"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. `icon` tells a round that lies folded or open; `inside` is a receipt of an open one."""

    key: Key
    day: str
    what: str
    second: str
    money: Money
    icon: str = ""
    inside: bool = False
    gone: bool = False
    entry: BookEntry | None = None
    entries: tuple[BookEntry, ...] = ()
    round: RoundRow | None = None


class Total(NamedTuple):
    """What stands under the list: how many entries, and what they come to, satang."""

    entries: int
    money: Money


@dataclass(frozen=True, slots=True)
class Loaded:
    """A month as it was read, with what of its entries can be found."""

    view: MonthEntries
    keys: Mapping[int, EntryKey]


def loaded(view: MonthEntries) -> Loaded:
    """Make a month ready for searching; done beside the window."""
    return Loaded(view, {entry.id: key_of(entry, view.names) for entry in view.entries})


@dataclass(slots=True)
class BooksState:
    """Lives as long as the fund is open. `month` None: today's. `found` are entries of all months, when asked for."""

    month: Period | None = None
    show: str = "all"
    text: str = ""
    account: str = ""
    everywhere: bool = False
    auditor: bool = False
    open_rounds: set[int] = field(default_factory=set)
    chosen: Key | None = None
    stale: bool = True
    meant: str = ""
    view: MonthEntries | None = None
    found: tuple[BookEntry, ...] | None = None
    _keys: Mapping[int, EntryKey] = field(default_factory=dict)

    def take(self, read: Loaded) -> None:
        """A new reading of a month."""
        if self.view is not None and self.view.month != read.view.month:
            self.open_rounds.clear()
        self.view, self._keys = read.view, read.keys
        self.month = read.view.month
        self.stale = False

    def turn(self, month: Period) -> None:
        """Another month is wanted; the filter stays, the mark goes to its first line."""
        self.month, self.chosen, self.stale = month, None, True
        self.everywhere, self.found = False, None

    def toggle_round(self, round_id: int) -> None:
        """Open a round or fold it."""
        self.open_rounds ^= {round_id}

    def only_account(self, account: str) -> None:
        """Show the entries of one account ("" for all)."""
        self.account = account
        if self.show == "accounts":
            self.show = "all"

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return read_wanted(self.meant or self.text)

    def look(self, text: str) -> None:
        """Look for something else in the month; a slip of the keyboard is put right when nothing else is found."""
        self.text, self.meant, self.found = text, "", None
        meant = slipped(text)
        if meant and not any(self._matching(read_wanted(text))):
            self.meant = meant if any(self._matching(read_wanted(meant))) else ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines as they stand in the list, newest first."""
        if self.view is None:
            return ()
        if self.found is not None:
            return tuple(_entry_row(e, self.view.names, "", year=True) for e in self.found)
        if self.show == "accounts":
            return tuple(self._account_rows(self.view))
        if self.wanted.empty:
            return tuple(self._folded(self.view, tuple(self._shown(self.view.entries))))
        return tuple(self._searched(self.view))

    @property
    def total(self) -> Total:
        """What the lines come to; a round counts its receipts, and nothing counts twice."""
        if self.view is None:
            return Total(0, Money(0, 0))
        rows = [row for row in self.rows if not row.inside]
        count = sum(len(row.entries) if row.round is not None else row.entry is not None for row in rows)
        if self.show == "accounts" and self.found is None:
            return Total(len(self.view.entries), Money(self.view.received_satang, self.view.paid_satang))
        return Total(
            count, Money(sum(row.money.received for row in rows), sum(row.money.paid for row in rows))
        )

    def row_of_entry(self, entry_id: int) -> Key:
        """Where an entry stands now; its round is opened if it lies in one."""
        entry = next((e for e in self.view.entries if e.id == entry_id), None) if self.view else None
        if entry is not None and entry.round_id is not None and _folds(entry) and self.wanted.empty:
            self.open_rounds.add(entry.round_id)
        return ("entry", entry_id)

    def _matching(self, wanted: Wanted) -> Iterator[BookEntry]:
        if self.view is None or wanted.empty:
            return
        for entry in self.view.entries:
            if self._keys[entry.id].fits(wanted):
                yield entry

    def _shown(self, entries: Sequence[BookEntry]) -> Iterator[BookEntry]:
        """Those the filter lets through."""
        for entry in entries:
            if self.account and not any(m.account == self.account for m in entry.moved):
                continue
            money = money_of(entry, self.account)
            if (
                self.show in {"all", "accounts"}
                or (self.show == "in" and money.received)
                or (self.show == "out" and money.paid)
                or (self.show == "move" and _is_move(entry))
            ):
                yield entry

    def _folded(self, view: MonthEntries, entries: Sequence[BookEntry]) -> Iterator[Row]:
        """Newest first; the receipts of a round are one line where its newest stands."""
        groups = _groups(view, entries)
        newest = {group[-1].id: round_id for round_id, group in groups.items()}
        hidden = {entry.id for group in groups.values() for entry in group}
        for entry in reversed(entries):
            if entry.id in newest:
                round_id = newest[entry.id]
                yield from self._round(view.rounds[round_id], tuple(groups[round_id]), view)
            elif entry.id not in hidden:
                yield _entry_row(entry, view.names, self.account)

    def _searched(self, view: MonthEntries) -> Iterator[Row]:
        """What is looked for: whole rounds that fit, then single entries, newest first."""
        wanted, entries = self.wanted, tuple(self._shown(view.entries))
        groups = _groups(view, entries)
        hidden: set[int] = set()
        for round_id, group in sorted(groups.items(), reverse=True):
            total = sum(money_of(entry, self.account).received for entry in group)
            if key_of_round(view.rounds[round_id], total).fits(wanted):
                hidden.update(entry.id for entry in group)
                yield from self._round(view.rounds[round_id], tuple(group), view)
        for entry in reversed(entries):
            if entry.id not in hidden and self._keys[entry.id].fits(wanted):
                yield _entry_row(entry, view.names, self.account)

    def _round(self, row: RoundRow, group: tuple[BookEntry, ...], view: MonthEntries) -> Iterator[Row]:
        is_open = row.id in self.open_rounds
        sums = [money_of(e, self.account) for e in group]
        yield Row(
            ("round", row.id),
            day_month(group[-1].date),
            round_what(row),
            round_second(group),
            Money(sum(m.received for m in sums), sum(m.paid for m in sums)),
            "chevron-down" if is_open else "chevron-right",
            entries=group,
            round=row,
        )
        if is_open:
            for entry in group:
                yield _entry_row(entry, view.names, self.account, inside=True)

    def _account_rows(self, view: MonthEntries) -> Iterator[Row]:
        for a in view.accounts:
            asset, source = accounts.is_asset(a.account), accounts.is_source(a.account)
            net = a.credit_satang - a.debit_satang
            money = (
                Money(a.debit_satang, a.credit_satang)
                if asset
                else Money(net, 0)
                if source
                else Money(0, -net)
            )
            name = account_name(a.account, view.names.accounts.get(a.account, ""))
            kind = "ที่เก็บเงิน" if asset else "เงินเข้ากองทุน" if source else "เงินออกจากกองทุน"
            if self.wanted.empty or key_of_account(name, a.account).fits(self.wanted):
                yield Row(("account", a.account), "", name, f"{a.account} · {kind}", money)


def account_heading(state: BooksState) -> str:
    """What the list is narrowed to, "" when it is not."""
    if not state.account or state.view is None:
        return ""
    return short_account(state.account, state.view.names)


def found_words(state: BooksState) -> str:
    """How many were found, while something is looked for."""
    if state.wanted.empty or state.view is None:
        return ""
    if state.show == "accounts" and state.found is None:
        return f"พบ {len(state.rows):,} บัญชี"
    return f"พบ {state.total.entries:,} รายการ"


def help_line(state: BooksState) -> str:
    """The line under the search."""
    if state.meant:
        return f"แสดงผลของ “{state.meant}” (แป้นพิมพ์เป็นภาษาอังกฤษ)"
    if state.found is not None:
        return "ผลจากทุกเดือน ใหม่สุดอยู่บน" if state.found else "ไม่พบในเดือนใดเลย ลองพิมพ์ให้สั้นลง"
    if not state.wanted.empty and not state.rows:
        return "ไม่พบในเดือนนี้"
    heading = account_heading(state)
    if heading:
        return f"เฉพาะ {heading} · Esc แสดงทุกบัญชี"
    return lock_words(state.view) if state.view is not None else ""


def head_facts(view: MonthEntries, *, roomy: bool = True) -> str:
    """The quiet line of the head; where there is little room without the resolution."""
    count = f"{len(view.entries):,} รายการ" if view.entries else "ยังไม่มีรายการ"
    if view.state != "closed":
        return f"{count} · ร่างปิดงวดแล้ว" if view.state == "draft" else count
    resolution = resolution_words(view.resolution) if roomy else ""
    return " · ".join(part for part in (count, "ปิดงวดแล้ว", resolution) if part)


def lock_words(view: MonthEntries) -> str:
    """Why a month can only be looked at, "" while it can be written to."""
    if view.state == "closed":
        return "ปิดงวดแล้ว แก้ไม่ได้ ถ้าพบผิดให้กลับรายการ จะลงเป็นของวันนี้"
    if view.state == "":
        return "ยอดยกมาก่อนเริ่มบัญชี ดูได้อย่างเดียว"
    return ""


def empty_words(state: BooksState) -> str:
    """What to do where the list is empty."""
    if state.view is None:
        return ""
    if not state.wanted.empty:
        return "ไม่พบรายการตามที่พิมพ์"
    if state.account or state.show != "all":
        return "ไม่มีรายการแบบนี้ในเดือนนี้"
    return f"{short_month(state.view.month)} ยังไม่มีรายการ กด F2 ลงรายการแรก"


def _folds(entry: BookEntry) -> bool:
    return entry.kind == "contribution"


def _with_year(entry: BookEntry) -> str:
    return f"{entry.date.day}/{entry.date.month}/{be_year(entry.date) % 100:02d}"


def _groups(view: MonthEntries, entries: Sequence[BookEntry]) -> dict[int, list[BookEntry]]:
    """The receipts of each round, oldest first."""
    groups: dict[int, list[BookEntry]] = {}
    for entry in entries:
        if entry.round_id is not None and entry.round_id in view.rounds and _folds(entry):
            groups.setdefault(entry.round_id, []).append(entry)
    return groups


def _is_move(entry: BookEntry) -> bool:
    money = money_of(entry)
    return not money.received and not money.paid


def _entry_row(
    entry: BookEntry, names: BookNames, account: str, *, inside: bool = False, year: bool = False
) -> Row:
    return Row(
        ("entry", entry.id),
        "" if inside else _with_year(entry) if year else day_month(entry.date),
        entry.who if inside and entry.who else what(entry, names),
        inside_line(entry) if inside else second_line(entry),
        money_of(entry, account),
        inside=inside,
        gone=entry.reversed_by is not None,
        entry=entry,
    )
