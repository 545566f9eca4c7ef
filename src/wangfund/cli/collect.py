"""`collect`: a collection round comes back, for one village or all."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

from wangfund.cli import values
from wangfund.cli.answer import Answer, money
from wangfund.cli.parser import CommandParser, WrongUsage
from wangfund.cli.session import Session
from wangfund.domain.errors import Refused
from wangfund.store.books import Books
from wangfund.store.profile import village_ids
from wangfund.store.rounds import rounds_of_month
from wangfund.thai.dates import long_month, short_date
from wangfund.thai.period import Period
from wangfund.usecases.record_round import RecordRound, RoundResult, VillageRound, record_round
from wangfund.usecases.round_sheet import collection_sheet


def collect_options(parser: CommandParser) -> None:
    """The options of `collect`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--period", metavar="P", type=values.month, required=True, help="เดือนที่เก็บ")
    parser.add("--village", metavar="N/all", type=values.village, required=True, help="หมู่ที่ หรือ all ทุกหมู่")
    parser.add("--pay", choices=["due"], required=True, help="due: ทุกคนจ่ายตามที่ต้องเก็บ")
    parser.add("--on", metavar="DATE", type=values.day, help="วันที่ผู้เก็บนำเงินมาส่ง (ไม่บอก: วันนี้)")
    parser.add(
        "--except", dest="without", metavar="NO", type=values.member_no, nargs="+", action="extend", default=[],
        help="สมาชิกที่รอบนี้ไม่ได้จ่าย",
    )  # fmt: skip
    parser.add(
        "--pays", metavar="NO=BAHT", type=values.member_pair, nargs="+", action="extend", default=[],
        help="สมาชิกที่จ่ายไม่เท่าที่ต้องเก็บ",
    )  # fmt: skip
    parser.add("--counted-cash", metavar="BAHT", type=values.baht, help="เงินสดที่นับได้ (ทีละหมู่บ้าน)")
    parser.add("--again", action="store_true", help="หมู่นี้ส่งเงินของเดือนนี้อีกครั้งจริง (ใช้กับ --pays)")


def collect(told: Namespace, session: Session) -> Answer:
    """Post a round with its receipts. Writes."""
    if told.counted_cash is not None and told.village is None:
        raise WrongUsage("--counted-cash ใช้กับทีละหมู่บ้าน")
    started = perf_counter()
    with session.writing(told.file) as books:
        moos = _all_villages(books) if told.village is None else (told.village,)
        paid = _paid(books, told, moos)
        rounds = [VillageRound(moo, paid.get(moo), told.counted_cash) for moo in moos]
        on = told.on or session.clock.today()
        done = record_round(books, RecordRound(told.period, on, rounds))
    seconds = perf_counter() - started
    data = {
        "round": list(done.round_ids) if told.village is None else next(iter(done.round_ids), None),
        "receipts": done.receipts,
        "total_satang": done.total_satang,
        "seconds": round(seconds, 3),
        "first_receipt": done.first_receipt,
        "last_receipt": done.last_receipt,
        "short_satang": done.short_satang,
        "over_satang": done.over_satang,
    }
    where = "ทุกหมู่บ้าน" if told.village is None else f"หมู่ที่ {told.village}"
    head = f"ลงรอบเก็บเงินเดือน{long_month(told.period)} {where} วันที่ {short_date(on)}"
    return Answer(data, [head, *_lines(done)])


def _all_villages(books: Books) -> tuple[int, ...]:
    with books.read() as r:
        return tuple(village_ids(r))


def _paid(books: Books, told: Namespace, moos: tuple[int, ...]) -> Mapping[int, Mapping[int, int]]:
    """What each member pays, by village and id, where somebody pays other than what is due.

    An amount told is no sheet that could be known again: for a village that came before it must be said to be new.

    Raises:
        Refused: MEMBER_NOT_ON_SHEET, ROUND_CAME_BEFORE.
    """
    changes = dict.fromkeys(told.without, 0) | dict(told.pays)
    if not changes:
        return {}
    came = _came_before(books, told.period) if told.pays and not told.again else frozenset()
    found: dict[int, dict[int, int]] = {}
    unseen = set(changes)
    for moo in moos:
        rows = collection_sheet(books, moo, told.period).rows
        found[moo] = {row.member_id: changes.get(row.member_no, row.total_satang) for row in rows}
        unseen -= {row.member_no for row in rows}
        if moo in came and not dict(told.pays).keys().isdisjoint(row.member_no for row in rows):
            raise Refused("ROUND_CAME_BEFORE", {"moo": moo, "period": told.period.iso})
    if unseen:
        raise Refused("MEMBER_NOT_ON_SHEET", {"member_no": ", ".join(sorted(unseen))[:100]})
    return found


def _came_before(books: Books, month: Period) -> frozenset[int]:
    with books.read() as r:
        return frozenset(row.moo for row in rounds_of_month(r, month))


def _lines(done: RoundResult) -> list[str]:
    lines = [f"ใบเสร็จ {done.receipts:,} ใบ รวม {money(done.total_satang)}"]
    if done.short_satang:
        lines.append(f"เงินสดขาด {money(done.short_satang)} ลงไว้เป็นลูกหนี้ผู้เก็บเงินจนกว่าจะนำมาส่ง")
    if done.over_satang:
        lines.append(f"เงินสดเกิน {money(done.over_satang)} ลงไว้เป็นเงินสดขาดเกินจนกว่าจะทราบเหตุ")
    return lines
