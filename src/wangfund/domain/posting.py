"""What one act puts into the books: an entry with its lines and the papers and coverage that come with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class Line:
    """One side of an entry in satang: exactly one of debit and credit is above zero; `pool` is None for assets."""

    account: str
    pool: str | None
    debit_satang: int
    credit_satang: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A balanced entry, not yet posted. `kind` is one of the ledger's recipes."""

    date: date
    kind: str
    lines: tuple[Line, ...]
    who: str = ""
    note: str = ""
    resolution: str = ""
    member_id: int | None = None
    round_id: int | None = None
    reverses_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One line of a receipt; the months are those the money covers, None where it covers none."""

    kind: str
    amount_satang: int
    first_month: Period | None = None
    last_month: Period | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt to be numbered. `credit_satang` is what it adds to (or uses of) the member's part payments."""

    payer: str
    amount_satang: int
    lines: tuple[ReceiptLine, ...]
    member_id: int | None = None
    spell_id: int | None = None
    credit_satang: int = 0
    paid_through: Period | None = None


@dataclass(frozen=True, slots=True)
class Voucher:
    """A payment voucher to be numbered."""

    payee: str
    amount_satang: int
    member_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Months of a spell that are covered, from the day named; kind payment, setoff, exempt, waiver or declared."""

    spell_id: int
    first_month: Period
    last_month: Period
    kind: str
    covered_on: date
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class Posting:
    """All that one business event writes together."""

    entry: Entry
    receipt: Receipt | None = None
    voucher: Voucher | None = None
    coverage: tuple[Coverage, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbered:
    """A receipt's or voucher's place: fiscal year (C.E.), running number, book and leaf (0 for vouchers)."""

    id: int
    fiscal_year: int
    number: int
    book: int = 0
    leaf: int = 0


@dataclass(frozen=True, slots=True)
class Posted:
    """What a posting became."""

    entry_id: int
    receipt: Numbered | None
    voucher: Numbered | None
