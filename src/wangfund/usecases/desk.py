"""What every act at the desk needs of the fund: who it is, its rules of a day, and its accounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from wangfund.domain import accounts
from wangfund.domain.errors import NotFound, Refused
from wangfund.domain.ledger import Shares
from wangfund.domain.papers.fund_head import FundHead
from wangfund.domain.posting import Posted, Posting
from wangfund.domain.profile import Profile
from wangfund.store.books import Reader, Writer
from wangfund.store.posting import post
from wangfund.store.profile import bank_accounts, closed_banks, read_profile
from wangfund.usecases.rules_in_force import AdoptedRulebook, rules_on


@dataclass(frozen=True, slots=True)
class Desk:
    """The fund's profile, the rules of a day, its banks as (id, name, account), and since when closed ones are."""

    profile: Profile
    rulebook: AdoptedRulebook
    banks: tuple[tuple[int, str, str], ...]
    closed: Mapping[str, date] = field(default_factory=dict)

    @property
    def open_banks(self) -> tuple[tuple[int, str, str], ...]:
        """The banks money can still be put into or drawn from."""
        return tuple(bank for bank in self.banks if bank[2] not in self.closed)

    @property
    def head(self) -> FundHead:
        """What stands at the head of papers."""
        p = self.profile
        return FundHead(p.name, p.tambon, p.amphoe, p.province, p.phone)

    def shares(self, source: str) -> Shares:
        """How the rules cut a source into pools; what the rules do not name goes to the pool benefits are paid from."""
        pools = self.rulebook.rules.pools
        return pools.share_of(source) or ((pools.benefits_from, 100),)

    def place(self, name: str) -> str:
        """The account of 'cash', of a bank by its name, or of a code.

        Raises:
            NotFound: PLACE_UNKNOWN, naming what there is.
        """
        if name in {"cash", accounts.CASH}:
            return accounts.CASH
        for _, bank, account in self.banks:
            if name in {bank, account}:
                return account
        if name == "bank" and len(self.banks) == 1:
            return self.banks[0][2]
        known = ", ".join(bank for _, bank, _ in self.banks)
        raise NotFound("PLACE_UNKNOWN", {"place": name, "known": known})

    def post(self, w: Writer, postings: list[Posting]) -> tuple[Posted, ...]:
        """Number and post.

        Raises:
            Refused: BANK_CLOSED when money would move in a bank account that is closed.
        """
        self._require_open(postings)
        return post(w, postings, self.profile.fiscal_year_starts, self.profile.receipts_per_book)

    def _require_open(self, postings: list[Posting]) -> None:
        if not self.closed:
            return
        for account in (line.account for posting in postings for line in posting.entry.lines):
            if account in self.closed:
                name = next(name for _, name, code in self.banks if code == account)
                raise Refused("BANK_CLOSED", {"bank": name, "closed_on": self.closed[account].isoformat()})


def desk_on(r: Reader, day: date) -> Desk:
    """The desk as the rules of a day set it. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    return Desk(read_profile(r, day), rules_on(r, day), bank_accounts(r), closed_banks(r))


def positive(amount_satang: int) -> int:
    """An amount that makes sense.

    Raises:
        Refused: AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE (above 1,000 million baht).
    """
    if amount_satang <= 0:
        raise Refused("AMOUNT_NOT_POSITIVE", {"amount_satang": amount_satang})
    if amount_satang > 100_000_000_000:
        raise Refused("AMOUNT_TOO_LARGE", {"amount_satang": amount_satang})
    return amount_satang
