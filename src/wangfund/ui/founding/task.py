"""Making the fund that was typed, beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wangfund.domain.clock import Clock
from wangfund.domain.profile import Profile
from wangfund.ui.frame.opening import Opened
from wangfund.ui.worker.progress import Progress

WORDS = "ตั้งกองทุน"


def found_task(path: Path, clock: Clock, profile: Profile, *, own_name: bool) -> Callable[[Progress], Opened]:
    """The work: make the fund's file and open it. With `own_name` a preset speaks in the fund's own name.

    Raises what the disk and `found_fund` say; nothing half made is left.
    """

    def work(progress: Progress) -> Opened:
        from wangfund.domain.rulebook.own_name import with_own_name
        from wangfund.store.profile import read_profile
        from wangfund.usecases.found_fund import found_fund, rulebook_source

        progress.step(WORDS, 0, 0)
        source = rulebook_source(profile.rulebook)
        if own_name:
            source = with_own_name(source, f"ระเบียบ{profile.name}", "")
        path.parent.mkdir(parents=True, exist_ok=True)
        books = found_fund(path, clock, profile, source, who=profile.officer("เหรัญญิก"))
        try:
            with books.read() as r:
                return books, read_profile(r, clock.today())
        except BaseException:
            books.close()
            raise

    return work
