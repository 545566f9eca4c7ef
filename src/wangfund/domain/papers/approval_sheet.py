"""What a meeting decides about claims: all that wait, on one paper, and what was done since for its knowledge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.papers.fund_head import FundHead, Signature
from wangfund.domain.papers.request_form import RequestForm


@dataclass(frozen=True, slots=True)
class ApprovalSheet:
    """`waiting` in the order of their numbers; `pool_satang` what the pool holds on `day`, less what is approved already.

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

    @property
    def asked_satang(self) -> int:
        """What all of them come to."""
        return sum(form.assessment.gross_satang for form in self.waiting)
