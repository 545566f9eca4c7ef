"""The month as the committee sees it: one frozen object for PDF, Excel, picture and screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.papers.fund_head import FundHead, Signature
from wangfund.domain.papers.promises import Promises
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One line of receipts or payments: an account, the money of the month and of the year to date in satang.

    `month_cases` and `year_cases` count the benefits paid (0 elsewhere). `name` is the fund's own name of the
    account, "" for the standard ones.
    """

    account: str
    name: str
    month_satang: int
    year_satang: int
    month_cases: int = 0
    year_cases: int = 0


@dataclass(frozen=True, slots=True)
class MoneyPlace:
    """Where money lies at the month's end: account, the fund's own name of it, satang."""

    account: str
    name: str
    satang: int


@dataclass(frozen=True, slots=True)
class PoolLine:
    """A pool over the month, in satang; opening + received − paid = closing."""

    pool: str
    opening_satang: int
    received_satang: int
    paid_satang: int
    closing_satang: int


@dataclass(frozen=True, slots=True)
class BenefitPaid:
    """One benefit paid in the month, by date and voucher; reversed ones are not here but among the voids.

    `one_hand` is who approved and paid as well, with the reason; "" where two people did it.
    """

    voucher_number: int
    date: date
    member_no: str
    name: str
    moo: int
    benefit: str
    benefit_name: str
    units: int
    gross_satang: int
    setoff_satang: int
    net_satang: int
    one_hand: str = ""


@dataclass(frozen=True, slots=True)
class MemberMove:
    """Who came or went in the month, by date: kind 'joined' or the cause of the end."""

    date: date
    member_no: str
    name: str
    moo: int
    kind: str


@dataclass(frozen=True, slots=True)
class VillageArrears:
    """A village's members at the month's end by standing, and what they owe. By village number."""

    moo: int
    village: str
    members: int
    owing: int
    suspended: int
    lapsed: int
    unknown: int
    owed_months: int
    owed_satang: int


@dataclass(frozen=True, slots=True)
class ClaimWaiting:
    """A claim that waits: for papers, for a resolution, or for its payment. By request."""

    fiscal_year: int
    number: int
    member_no: str
    name: str
    benefit: str
    benefit_name: str
    event_on: date
    claimed_on: date
    state: str
    net_satang: int


@dataclass(frozen=True, slots=True)
class MonthBar:
    """Money in and out of one month, satang; twelve of them, oldest first."""

    month: Period
    received_satang: int
    paid_satang: int


@dataclass(frozen=True, slots=True)
class VoidedPaper:
    """A receipt or voucher taken back in the month; its number stays."""

    paper: str
    fiscal_year: int
    number: int
    book: int
    leaf: int
    who: str
    amount_satang: int
    reason: str


@dataclass(frozen=True, slots=True)
class Footing:
    """Two figures that must be equal, each computed its own way."""

    code: str
    left_satang: int
    right_satang: int

    @property
    def right(self) -> bool:
        """Whether they are."""
        return self.left_satang == self.right_satang


@dataclass(frozen=True, slots=True)
class MonthPack:
    """Everything the meeting sees of one month. All money in satang; names of members in full (not for a wall).

    Opening, receipts, benefits, expenses and closing stand in two columns: the month, and the fiscal year to date.
    `draft` until the month is sealed; then `fingerprint` (XXXX-XXXX-XXXX) is that of the sealing link.
    `counted_on` None: cash not yet counted. `admin_permille` is running cost charged to the admin pool ÷ receipts
    of the fiscal year to date (9.11 rule 13), in thousandths.
    """

    head: FundHead
    month: Period
    year_first: Period
    fiscal_year: int
    draft: bool
    fingerprint: str
    resolution: str
    closed_on: date | None
    counted_on: date | None
    counted_cash_satang: int | None
    opening_month_satang: int
    opening_year_satang: int
    receipts: tuple[StatementLine, ...]
    benefits: tuple[StatementLine, ...]
    expenses: tuple[StatementLine, ...]
    closing_satang: int
    setoff_month_satang: int
    setoff_month_cases: int
    admin_permille: int
    places: tuple[MoneyPlace, ...]
    pools: tuple[PoolLine, ...]
    promises: Promises
    paid: tuple[BenefitPaid, ...]
    moves: tuple[MemberMove, ...]
    arrears: tuple[VillageArrears, ...]
    waiting: tuple[ClaimWaiting, ...]
    voids: tuple[VoidedPaper, ...]
    bars: tuple[MonthBar, ...]
    members_ever: int
    members_now: int
    footings: tuple[Footing, ...]
    signatures: tuple[Signature, ...]

    @property
    def received_month_satang(self) -> int:
        """Sum of receipts of the month."""
        return sum(line.month_satang for line in self.receipts)

    @property
    def received_year_satang(self) -> int:
        """Sum of receipts of the year to date."""
        return sum(line.year_satang for line in self.receipts)

    @property
    def paid_month_satang(self) -> int:
        """Sum of benefits and expenses of the month."""
        return sum(line.month_satang for line in (*self.benefits, *self.expenses))

    @property
    def paid_year_satang(self) -> int:
        """Sum of benefits and expenses of the year to date."""
        return sum(line.year_satang for line in (*self.benefits, *self.expenses))
