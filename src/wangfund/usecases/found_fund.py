"""Founding a fund file: profile, villages, banks, committee, rulebook, and the first month of its books."""

from __future__ import annotations

from pathlib import Path

from wangfund.domain.clock import Clock
from wangfund.domain.errors import Refused, Severity
from wangfund.domain.profile import Profile
from wangfund.domain.rulebook.check import check_adoption, check_rulebook, is_sound
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.paths import bundled
from wangfund.store.books import Books, Salt, random_salt
from wangfund.store.fund_file import create_fund
from wangfund.store.periods import add_periods
from wangfund.store.profile import write_profile
from wangfund.store.rulebooks import RulebookRow, insert_rulebook
from wangfund.thai.period import Period


def rulebook_source(name: str) -> str:
    """The text of a preset by name, or of a file by path. Reads a file.

    Raises:
        Refused: RULEBOOK_NOT_FOUND.
    """
    preset = bundled("resources/rulebooks") / f"{name}.toml"
    path = preset if preset.name == f"{name}.toml" and preset.is_file() else Path(name)
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused("RULEBOOK_NOT_FOUND", {"name": name}) from error


def found_fund(
    path: Path, clock: Clock, profile: Profile, source: str, *, who: str = "", salt: Salt = random_salt
) -> Books:
    """Make a fund file with its profile and first rulebook; the months from books_from to today's are open. Writes.

    A file half made is not left behind.

    Raises:
        Refused: RULEBOOK_INVALID with findings, BOOKS_FROM_FUTURE, BOOKS_FROM_TOO_OLD, PROFILE_INCOMPLETE.
        StoreError: what the disk says.
    """
    rules = parse_rulebook(source)
    faults = (*check_rulebook(rules), *check_adoption(rules, None))
    if not is_sound(faults):
        wrong = tuple(fault for fault in faults if fault.severity is Severity.ERROR)
        raise Refused("RULEBOOK_INVALID", {"faults": len(wrong)}, wrong)
    today = Period.of(clock.today())
    if profile.books_from > today:
        raise Refused("BOOKS_FROM_FUTURE", {"books_from": profile.books_from.iso})
    if profile.books_from.months_until(today) > 600:
        raise Refused("BOOKS_FROM_TOO_OLD", {"books_from": profile.books_from.iso})
    if not profile.name.strip() or not profile.villages:
        raise Refused("PROFILE_INCOMPLETE", {"field": "name" if not profile.name.strip() else "villages"})
    books = create_fund(path, clock, desk=who, salt=salt)
    try:
        with books.write("fund.founded", who) as w:
            write_profile(w, profile)
            insert_rulebook(
                w,
                RulebookRow(
                    1, rules.rulebook_id, rules.version, rules.effective_from, rules.resolution, source
                ),
            )
            months = profile.books_from.months_until(today) + 1
            add_periods(w, [profile.books_from.plus(n) for n in range(months)])
            w.commit()
    except BaseException:
        books.close()
        path.unlink(missing_ok=True)
        raise
    return books
