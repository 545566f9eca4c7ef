"""Making the practice fund: planned from a seed, then lived through month by month by everyone's use cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from wangfund.domain.errors import Refused
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.store.books import Books
from wangfund.store.ledger import count_entries
from wangfund.thai.period import Period
from wangfund.usecases.found_fund import found_fund, rulebook_source
from wangfund.usecases.info import fund_info
from wangfund.usecases.practice import contributions, money
from wangfund.usecases.practice.clock import PracticeClock
from wangfund.usecases.practice.happenings import plan_claims
from wangfund.usecases.practice.lives import Life, plan_lives
from wangfund.usecases.practice.months import begin_open_month, live_month, story_of
from wangfund.usecases.practice.profile import RULEBOOK, practice_profile
from wangfund.usecases.practice.scene import Scene
from wangfund.usecases.practice.span import FOUNDED, span_of
from wangfund.usecases.practice.words import practice_words

Progress = Callable[[int, int], None]

_FEWEST, _MOST = 12, 20_000
# The first members had joined well before the books, and the rulebook was in force by then.
_FIRST_BOOKS = Period.of(FOUNDED).plus(24)


@dataclass(frozen=True, slots=True)
class PracticeResult:
    """The file, how many are members today, and how many entries the books have."""

    file: Path
    members: int
    entries: int


def make_practice_fund(
    path: Path,
    today: date,
    *,
    members: int = 700,
    years: int = 5,
    seed: int = 1,
    progress: Progress | None = None,
) -> PracticeResult:
    """Make a fund of made-up people with years of books: every month closed but today's, which is not collected yet.

    The same numbers, seed and day give the same content to the byte. `progress` hears months done and months in
    all. A file half made is not left behind. Writes.

    Raises:
        Refused: PRACTICE_SIZE (members 12 to 20,000), PRACTICE_YEARS (from 1; books no earlier than 2012).
        StoreError: FILE_EXISTS and what the disk says.
    """
    if not _FEWEST <= members <= _MOST:
        raise Refused("PRACTICE_SIZE", {"members": members, "fewest": _FEWEST, "most": _MOST})
    if years < 1 or _FIRST_BOOKS.months_until(Period.of(today)) < 12 * years:
        raise Refused("PRACTICE_YEARS", {"years": years, "most": _most_years(today)})
    span = span_of(today, years)
    words = practice_words()
    profile = practice_profile(words, span, members, _rng(seed, "fund"))
    clock = PracticeClock(span.first.first_day)
    source = rulebook_source(RULEBOOK)
    treasurer = profile.officer(words.officers[3])
    salts = _rng(seed, "salt")
    books = found_fund(path, clock, profile, source, who=treasurer, salt=lambda: salts.randbytes(16))
    try:
        with books:
            lives = plan_lives(words, span, members, _rng(seed, "lives"))
            scene = Scene(
                books=books,
                clock=clock,
                words=words,
                span=span,
                rules=parse_rulebook(source).contribution,
                lives=lives,
                size=members,
                who=treasurer,
                collectors=tuple(village.collector for village in profile.villages),
                rng=_rng(seed, "days"),
                cards=frozenset(_with_cards(lives, _rng(seed, "cards"))),
            )
            _live(scene, members, _rng(seed, "claims"), progress)
            return _result(path, books)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _live(scene: Scene, members: int, rng: Random, progress: Progress | None) -> None:
    story = story_of(scene, plan_claims(scene.words, scene.span, scene.lives, members, rng))
    months = scene.span.months
    for done, month in enumerate(months):
        with scene.books.together():
            if done == 0:
                money.open_books(scene)
                contributions.old_members(scene)
            live_month(scene, story, month)
        if progress is not None:
            progress(done + 1, len(months))
    with scene.books.together():
        begin_open_month(scene, story)
    scene.clock.day = scene.span.today


def _result(path: Path, books: Books) -> PracticeResult:
    now = fund_info(books).members_now
    with books.read() as r:
        return PracticeResult(path, now, count_entries(r))


def _with_cards(lives: Sequence[Life], rng: Random) -> list[int]:
    """Who has a disability card, by place among the lives: one in twenty-five."""
    return rng.sample(range(len(lives)), max(1, len(lives) // 25))


def _rng(seed: int, part: str) -> Random:
    """Chance of its own for each part: one part asking more leaves the others as they were."""
    return Random(f"wangfund practice {seed} {part}")


def _most_years(today: date) -> int:
    return max(0, _FIRST_BOOKS.months_until(Period.of(today)) // 12)
