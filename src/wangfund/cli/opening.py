"""`opening`: balances brought forward from the old books."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wangfund.cli.answer import Answer, money
from wangfund.cli.parser import CommandParser
from wangfund.cli.session import Session, text_of
from wangfund.domain.opening_toml import parse_opening
from wangfund.usecases.opening import Opening, bring_forward


def opening_options(parser: CommandParser) -> None:
    """The options of `opening`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("opening", metavar="OPENING.toml", type=Path, help="ยอดยกมา จำนวนเงินเป็นบาท")


def opening(told: Namespace, session: Session) -> Answer:
    """Post the balances brought forward. Writes."""
    stated = parse_opening(text_of(told.opening))
    command = Opening(
        stated.cash_satang,
        stated.banks,
        stated.investments_satang,
        stated.receivable_satang,
        stated.sources,
        stated.pools,
    )
    with session.writing(told.file) as books:
        done = bring_forward(books, command)
    lines = [f"ลงยอดยกมาแล้ว รายการเลขที่ {done.entry_id}"]
    if done.difference_satang:
        lines.append(f"เงินกับที่มาต่างกัน {money(done.difference_satang)} ลงไว้เป็นผลต่างยกมา")
    return Answer({"entry": done.entry_id, "difference_satang": done.difference_satang}, lines)
