"""Receipts and vouchers as a command names them: book and leaf, number and year."""

from __future__ import annotations

from typing import Any

from wangfund.domain.posting import Numbered
from wangfund.thai.era import OFFSET


def receipt_data(receipt: Numbered | None) -> dict[str, Any]:
    """A receipt for programs: its running number, year (C.E.), book and leaf; None where there is none."""
    if receipt is None:
        return {"receipt": None}
    return {
        "receipt": receipt.number,
        "receipt_year": receipt.fiscal_year,
        "book": receipt.book,
        "leaf": receipt.leaf,
    }


def voucher_data(voucher: Numbered | None) -> dict[str, Any]:
    """A voucher for programs: its running number and year (C.E.)."""
    if voucher is None:
        return {"voucher": None}
    return {"voucher": voucher.number, "voucher_year": voucher.fiscal_year}


def receipt_words(receipt: Numbered) -> str:
    """A receipt for people."""
    return f"ใบเสร็จเล่มที่ {receipt.book} เลขที่ {receipt.leaf} ปี {receipt.fiscal_year + OFFSET}"


def voucher_words(voucher: Numbered) -> str:
    """A voucher for people."""
    return f"ใบสำคัญจ่ายเลขที่ {voucher.number} ปี {voucher.fiscal_year + OFFSET}"
