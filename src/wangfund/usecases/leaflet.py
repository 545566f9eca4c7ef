"""The rules in force on a day as members may read them."""

from __future__ import annotations

from datetime import date

from wangfund.domain.papers.leaflet import Leaflet
from wangfund.domain.rulebook.model import Rulebook
from wangfund.store.books import Books
from wangfund.usecases.desk import desk_on


def leaflet(books: Books, day: date) -> Leaflet:
    """The version in force on a day. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    with books.read() as r:
        desk = desk_on(r, day)
        return Leaflet(desk.head, desk.rulebook.rules, day)


def leaflet_of(books: Books, rules: Rulebook, *, draft: bool) -> Leaflet:
    """Another version than the one of today, such as a draft for a meeting. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    with books.read() as r:
        return Leaflet(desk_on(r, today).head, rules, today, draft)
