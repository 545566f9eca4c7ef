"""The work about a draft beside the window: checking it, and replaying real claims under it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from wangfund.domain.rulebook.model import Rulebook
from wangfund.domain.rulebook.toml_text import LoadedText, load_toml
from wangfund.store.books import Books
from wangfund.ui.bylaw.state import Checked
from wangfund.ui.worker.progress import Progress
from wangfund.usecases.adopt_rulebook import check_version
from wangfund.usecases.replay_rules import Replay, replay_rules

_TELL_EVERY: Final = 20


def checking(books: Books, text: str) -> Callable[[Progress], Checked]:
    """Check a text as the fund's next version."""

    def work(_progress: Progress) -> Checked:
        rules, findings = check_version(books, text)
        loaded = load_toml(text) if rules is not None else None
        return Checked(text, rules, findings, loaded.tables if isinstance(loaded, LoadedText) else {})

    return work


def replaying(
    books: Books, text: str, rules: Rulebook, since: date
) -> Callable[[Progress], tuple[str, Replay]]:
    """Decide the real claims since a day again under a draft; nothing is written."""

    def work(progress: Progress) -> tuple[str, Replay]:
        def tell(done: int, of: int) -> None:
            if done % _TELL_EVERY == 0:
                progress.step("ลองกับคำขอจริง", done, of)

        return text, replay_rules(books, rules, since, tell)

    return work
