"""The members' leaflet (สิทธิประโยชน์ของสมาชิก): the rules in force on a day, for everybody to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.papers.fund_head import FundHead
from wangfund.domain.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True)
class Leaflet:
    """The version in force on `day`; the words are made from it where it is drawn. A draft is for a meeting to weigh."""

    head: FundHead
    rules: Rulebook
    day: date
    draft: bool = False
