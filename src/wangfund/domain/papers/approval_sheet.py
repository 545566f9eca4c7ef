"""What a meeting decides about claims: all that wait, on one paper, and what was done since for its knowledge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.papers.fund_head import FundHead, Signature
from wangfund.domain.papers.request_form import RequestForm


@dataclass(frozen=True, slots=True)
class ApprovalSheet:
    """`waiting` in the order of their numbers; `pool_satang` what the pool holds on `day`, less what is approved already.

    `same_event` and `same_member` tell for each waiting one the other that waits, as (year, number), None for none: each
    is judged as if it came alone, so of one event only one is paid, and of one member the limits are shared.
    `paid` and `refused` are (how many, satang) since the first of the month before, for the meeting's knowledge.
    """

    head: FundHead
    day: date
    waiting: tuple[RequestForm, ...]
    pool: str
    pool_satang: int
    since: date
    paid: tuple[int, int]
    refused: int
    signatures: tuple[Signature, ...]
    same_event: tuple[tuple[int, int] | None, ...] = ()
    same_member: tuple[tuple[int, int] | None, ...] = ()

    @property
    def asked_satang(self) -> int:
        """What all of them come to."""
        return sum(form.assessment.gross_satang for form in self.waiting)
