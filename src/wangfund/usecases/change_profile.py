"""Changing who the fund is: its names, places and how its papers are numbered; never what its history stands on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.errors import Finding, Refused
from wangfund.domain.profile import Profile
from wangfund.store.books import Books, Reader
from wangfund.store.profile import read_profile
from wangfund.store.settings import change_settings, has_numbered


@dataclass(frozen=True, slots=True)
class ChangeProfile:
    """The profile as it should be; villages, banks, committee and rulebook of it are not looked at."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class ProfileLocks:
    """What can no longer be changed: always the first month, the numbering once anything has a number."""

    numbering: bool


def profile_locks(r: Reader) -> ProfileLocks:
    """What the fund's history holds fast. Reads only."""
    return ProfileLocks(has_numbered(r))


def change_profile(books: Books, command: ChangeProfile, who: str = "") -> Profile:
    """Write the settings that changed, in one transaction; gives the profile as it stands. Writes.

    Raises:
        Refused: PROFILE_INVALID with the findings TEXT_EMPTY, DATE_FUTURE, FOUNDED_AFTER_BOOKS, NUMBER_OUT_OF_RANGE;
            BOOKS_FROM_FIXED; NUMBERING_FIXED (receipts or vouchers have numbers, field of the finding names which).
    """
    told = command.profile
    today = books.clock.today()
    with books.write("profile.changed", who) as w:
        before = read_profile(w, today)
        if told.books_from != before.books_from:
            raise Refused("BOOKS_FROM_FIXED", {"books_from": before.books_from.iso})
        findings = profile_findings(told, today)
        if findings:
            raise Refused("PROFILE_INVALID", findings=findings)
        _require_numbering(w, before, told)
        changed = change_settings(w, before, told)
        w.facts.update(changed=", ".join(changed))
        w.commit()
        return read_profile(w, today)


def profile_findings(profile: Profile, today: date) -> tuple[Finding, ...]:
    """What is wrong with a profile's own values, each with its field; nothing when all is well."""
    found = [
        Finding("TEXT_EMPTY", name)
        for name in ("name", "tambon", "amphoe", "province")
        if not getattr(profile, name).strip()
    ]
    if profile.founded_on > today:
        found.append(Finding("DATE_FUTURE", "founded_on", values={"value": profile.founded_on.isoformat()}))
    elif profile.founded_on > profile.books_from.last_day:
        values = {"books_from": profile.books_from.iso}
        found.append(Finding("FOUNDED_AFTER_BOOKS", "founded_on", values=values))
    for name, low, high in (
        ("population", 0, 1_000_000),
        ("receipts_per_book", 1, 1000),
        ("fiscal_year_starts", 1, 12),
    ):
        if not low <= getattr(profile, name) <= high:
            found.append(Finding("NUMBER_OUT_OF_RANGE", name, values={"low": low, "high": high}))
    return tuple(found)


def _require_numbering(r: Reader, before: Profile, told: Profile) -> None:
    names = [
        name
        for name in ("receipts_per_book", "fiscal_year_starts")
        if getattr(before, name) != getattr(told, name)
    ]
    if names and has_numbered(r):
        raise Refused("NUMBERING_FIXED", findings=tuple(Finding("NUMBERING_FIXED", name) for name in names))
