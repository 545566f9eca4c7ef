"""Work in the fund that no backup has yet: done by command, by another window, or just before a power cut."""

from __future__ import annotations

from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Workplace


def look_for_unsaved(place: Workplace) -> None:
    """Compare a fund that was opened with its last backup beside the window; where it went on, closing backs it up."""
    backup = place.preferences.last_backup_path(place.path)
    if place.books.readonly is not None or backup is None:
        return

    def work(_progress: Progress) -> bool:
        from wangfund.usecases.backup_fund import changed_since

        return changed_since(place.books, backup)

    job = place.runner.run(place, work)
    job.done.connect(lambda changed: place.found_unsaved() if changed else None)
