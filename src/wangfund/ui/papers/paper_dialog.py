"""A paper over the page: seen as it will be printed, F7 prints it, Ctrl S keeps it as a file, Esc goes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from wangfund.ui.papers.made import MadePaper
from wangfund.ui.worker.progress import Progress

if TYPE_CHECKING:
    from wangfund.ui.frame.page import Page
    from wangfund.ui.workplace import Workplace


def open_paper(
    page: Page,
    place: Workplace,
    heading: str,
    make: Callable[[Progress], MadePaper],
    words: str = "จัดทำเอกสาร",
) -> None:
    """Make a paper beside the window and show it over the page; a refusal is shown at the page's head."""
    raise NotImplementedError
