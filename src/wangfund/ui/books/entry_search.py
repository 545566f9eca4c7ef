"""Finding an entry as one types: payee, number, member, account, or an amount however it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from wangfund.text.accounts import account_name
from wangfund.thai.money_text import format_baht
from wangfund.thai.search_key import keyboard_slip, search_key
from wangfund.ui.books.entry_words import paper_no, what
from wangfund.usecases.entries_of_month import BookEntry, BookNames, RoundRow

_VOUCHER: Final = re.compile(r"(?<!\S)จ\.? ?([0-9]+)(?!\S)")
_NUMBER: Final = re.compile(r"จ?[0-9][0-9./]*")
_keyed = lru_cache(8_192)(search_key)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words that must all be found, and numbers something must begin with."""

    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is looked for."""
        return not self.words and not self.numbers

    @property
    def key(self) -> str:
        """What to show as the match."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class EntryKey:
    """What of an entry can be found: its words in one key, numbers that may be half typed, and those that may not.

    `amounts` are written '1500.00'; whole baht find them, and so does the beginning once the point is typed.
    """

    words: str
    starts: tuple[str, ...] = ()
    whole: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()

    def fits(self, wanted: Wanted) -> bool:
        """Whether everything that is looked for is here."""
        return all(word in self.words for word in wanted.words) and all(map(self._has, wanted.numbers))

    def _has(self, number: str) -> bool:
        if "." in number:
            return any(amount.startswith(number) for amount in self.amounts)
        return (
            number in self.whole
            or f"{number}.00" in self.amounts
            or any(start.startswith(number) for start in self.starts)
            or any(amount.partition(".")[0] == number for amount in self.amounts)
        )


def read_wanted(text: str) -> Wanted:
    """What a text looks for: '1,500', '๑๕๐๐' and '1500.00' are the same number, '52/4' and 'จ 0107' are numbers too."""
    words, numbers = [], []
    for word in _VOUCHER.sub(r"จ\1", search_key(text)).split():
        plain = word.replace(",", "").removeprefix("฿")
        if _NUMBER.fullmatch(plain):
            numbers.append(plain)
        else:
            words.append(word)
    return Wanted(tuple(words), tuple(numbers))


def slipped(text: str) -> str:
    """What was meant if the keyboard was in the wrong language, "" when it was not."""
    meant = keyboard_slip(text.strip())
    return "" if meant == text.strip() else meant


def key_of(entry: BookEntry, names: BookNames) -> EntryKey:
    """What of an entry can be found."""
    told = (what(entry, names), entry.who, entry.note, entry.resolution, entry.reason, paper_no(entry))
    own = [account_name(m.account, names.accounts.get(m.account, "")) for m in entry.moved]
    starts, whole = [], [str(entry.id)]
    if entry.member_no:
        starts += [entry.member_no, entry.member_no.lstrip("0")]
    if entry.receipt is not None:
        starts.append(f"{entry.receipt.book}/{entry.receipt.leaf}")
        whole.append(str(entry.receipt.number))
    if entry.voucher is not None:
        number = entry.voucher.number
        whole += [f"{number:04d}", str(number), f"จ{number:04d}", f"จ{number}"]
    amounts = [m.debit_satang or m.credit_satang for m in entry.moved]
    words = " ".join(_keyed(part) for part in (*told, *own, "บาท") if part)
    return EntryKey(words, tuple(starts), frozenset(whole), frozenset(map(_amount, amounts)))


def key_of_round(row: RoundRow, total_satang: int) -> EntryKey:
    """What of a round can be found: its village, its collector, its sum."""
    words = _keyed(f"รับเงินสมทบ หมู่ {row.moo} รอบเก็บเงิน {row.collector} บาท")
    return EntryKey(words, (), frozenset({str(row.moo)}), frozenset({_amount(total_satang)}))


def key_of_account(name: str, code: str) -> EntryKey:
    """What of an account can be found."""
    return EntryKey(_keyed(name), (code,))


def _amount(satang: int) -> str:
    return format_baht(satang).replace(",", "")
