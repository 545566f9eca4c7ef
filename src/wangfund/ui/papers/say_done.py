"""The quiet line after a paper went out: at the head of the page, or where there is no room for it in a banner."""

from __future__ import annotations

from wangfund.ui.frame.page import Page
from wangfund.ui.widgets.banner import Banner


def say_done(page: Page, words: str) -> None:
    """Tell what was done with a paper; a path is long, so it gets the width of the page in the compact form."""
    if page.theme.compact:
        what, _, where = words.partition(" ")
        page.tell(Banner(page.theme, "ok", what, (where,), can_close=True))
    else:
        page.head.say(words, "ok")
