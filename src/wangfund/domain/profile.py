"""Who the fund is: its name, places, banks and people, as the clerk first writes them down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class Village:
    """A village of the tambon with its coordinating centre; `collector` brings its money in ("" unknown)."""

    moo: int
    name: str
    collector: str = ""


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank account in the fund's name; `closed_on` once it is empty and used no more."""

    name: str
    number: str
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Officer:
    """A member of the committee and the post as written on papers, in office from `since` to `until`.

    Both days count; None: from before anybody wrote it down, and until further notice.
    """

    role: str
    name: str
    since: date | None = None
    until: date | None = None

    def serves_on(self, day: date) -> bool:
        """Whether she is in office on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Profile:
    """A fund's profile. `books_from` is the first month of the books; `fiscal_year_starts` a month 1–12.

    `rulebook` is a preset's name or a path; `receipts_per_book` leaves make a receipt book.
    """

    name: str
    tambon: str
    amphoe: str
    province: str
    founded_on: date
    books_from: Period
    rulebook: str
    villages: tuple[Village, ...]
    banks: tuple[Bank, ...] = ()
    committee: tuple[Officer, ...] = ()
    fiscal_year_starts: int = 1
    receipts_per_book: int = 50
    phone: str = ""
    population: int = 0

    @property
    def open_banks(self) -> tuple[Bank, ...]:
        """The bank accounts money can still be put into or drawn from."""
        return tuple(bank for bank in self.banks if bank.closed_on is None)

    def officer(self, *roles: str) -> str:
        """The name of the first committee member whose post begins with one of the roles, "" if none."""
        for role in roles:
            for officer in self.committee:
                if officer.role.startswith(role):
                    return officer.name
        return ""
