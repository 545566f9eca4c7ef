"""A payment voucher as printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.papers.fund_head import FundHead
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class VoucherLine:
    """One line of a voucher: a code our words are found under, free words beside it, satang (negative: set off)."""

    code: str
    words: str
    amount_satang: int
    first_month: Period | None = None
    last_month: Period | None = None
    values: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class VoucherPaper:
    """One voucher; member facts are "" / 0 where no member is concerned.

    `national_id` is masked, and "" when the payee is not the member herself (an heir): her number is not his.
    `steps` explain a benefit's amount and come to what was paid; `approvers` sign below when the village committee
    approved, `approver_names` those of them who are known. `slip` is the transfer's or withdrawal's number, `proxy` who
    fetched the money for the payee, with which papers; `one_hand_reason` why the one who approved paid as well.
    """

    head: FundHead
    fiscal_year: int
    number: int
    date: date
    payee: str
    member_no: str
    house_no: str
    moo: int
    village: str
    national_id: str
    paid_from: str
    paid_from_account: str
    pool: str
    lines: tuple[VoucherLine, ...]
    amount_satang: int
    steps: tuple[VoucherLine, ...]
    claim_year: int
    claim_number: int
    rulebook_version: int
    resolution: str
    payer: str
    approvers: int
    check_code: str
    voided: bool
    void_reason: str
    copy: int = 0
    row_id: int = 0
    slip: str = ""
    proxy: str = ""
    proxy_papers: str = ""
    approver_names: tuple[str, ...] = ()
    one_hand_reason: str = ""
