"""What each step comes to, in words: in order, or what is not right, what that means, and where it is mended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from wangfund.domain.difference import Clue, MoneyMove
from wangfund.text.terms import ENTRY_KINDS
from wangfund.thai.dates import long_month, short_date, short_month
from wangfund.thai.money_text import format_baht
from wangfund.ui.close.state import CloseState
from wangfund.ui.close.steps import direction, open_steps
from wangfund.ui.words import baht, day_month
from wangfund.usecases.close_checklist import BankAtClose, CloseChecklist

_HOW: Final = {
    "not_there": "อาจไม่ได้รับจ่ายจริง",
    "twice": "อาจลงซ้ำสองครั้ง",
    "wrong_side": "อาจสลับรับเป็นจ่าย",
    "swapped": "อาจพิมพ์เลขสลับหลัก",
}


@dataclass(frozen=True, slots=True)
class Mend:
    """Where what is not right is mended: the words on the button, the page, and what to show there."""

    words: str
    page: str
    argument: object = field(default=None, hash=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the step comes to: tone (ok, warn, pri), words, what to do line by line, and where."""

    tone: str
    words: str
    details: tuple[str, ...] = ()
    mend: Mend | None = None


def answer_of(state: CloseState) -> Answer:
    """What the step under the mark comes to."""
    view = state.view
    assert view is not None
    return {
        "rounds": _round_answer,
        "papers": _paper_answer,
        "cash": _cash_answer,
        "banks": _bank_answer,
        "claims": _claim_answer,
        "draft": _draft_answer,
        "seal": _seal_answer,
    }[state.step](state, view)


def clue_words(clue: Clue) -> str:
    """An entry that would explain a difference, in one line."""
    move = clue.move
    return f"{move_words(move)} {format_baht(abs(move.amount_satang))} {_HOW[clue.code]}"


def move_words(move: MoneyMove) -> str:
    """An entry as a person would look it up, with its day."""
    return f"{day_month(move.date)} {entry_words(move)}"


def entry_words(move: MoneyMove) -> str:
    """An entry's paper, else what it is, and who stands on it."""
    if move.book:
        paper = f"ใบเสร็จ {move.book}/{move.leaf:02d}"
    elif move.voucher:
        paper = f"ใบสำคัญ จ {move.voucher:04d}"
    elif move.kind == "bank_transfer":
        paper = "โอนเข้า" if move.amount_satang > 0 else "โอนออก"
    else:
        paper = ENTRY_KINDS.get(move.kind, move.kind)
    return f"{paper} {move.who}".strip()


def _round_answer(_state: CloseState, view: CloseChecklist) -> Answer:
    missing = [v for v in view.villages if v.missing]
    if missing:
        first = missing[0]
        rest = "" if len(missing) == 1 else f" และอีก {len(missing) - 1} หมู่บ้าน"
        return Answer(
            "warn",
            f"ใบเก็บเงินยังไม่กลับ {len(missing)} หมู่บ้าน",
            (
                f"หมู่ {first.moo} {first.collector or first.name}{rest}",
                "ปิดงวดได้แม้ยังไม่ครบ เงินที่มาทีหลังจะลงเป็นของเดือนหน้า",
            ),
            Mend(f"บันทึกหมู่ {first.moo}", "collect", {"moo": first.moo}),
        )
    if view.collectors_satang > 0:
        return Answer(
            "warn",
            f"เงินอยู่กับผู้เก็บ {format_baht(view.collectors_satang)}",
            ("ใบเก็บเงินกลับครบแล้ว แต่ผู้เก็บยังส่งเงินไม่ครบ",),
            Mend("รับเงินจากผู้เก็บ", "books"),
        )
    return Answer("ok", "กลับครบทุกหมู่บ้าน")


def _paper_answer(_state: CloseState, view: CloseChecklist) -> Answer:
    missing = [
        ("ใบเสร็จ" if run.paper == "receipt" else "ใบสำคัญจ่าย", run.missing)
        for run in view.papers
        if run.missing
    ]
    if missing:
        details = tuple(f"{name} ขาดเลข {', '.join(f'{n:,}' for n in numbers)}" for name, numbers in missing)
        return Answer(
            "warn", "เลขเอกสารขาดหาย", (*details, "ตรวจไฟล์กองทุนที่หน้าตั้งค่า"), Mend("ไปตรวจไฟล์", "settings")
        )
    if view.voids:
        return Answer("ok", "เลขเรียงครบ", ("ใบที่ยกเลิกมีเหตุผลทุกใบ จะพิมพ์ไว้ในชุดเอกสาร",))
    return Answer("ok", "เลขเรียงครบ ไม่มีใบยกเลิก")


def _cash_answer(state: CloseState, view: CloseChecklist) -> Answer:
    if state.inputs.counted.wrong:
        return Answer("warn", "มีจำนวนที่อ่านไม่ได้", ("แก้ช่องที่ขอบแดง พิมพ์เป็นตัวเลขว่ามีกี่ใบ กี่เหรียญ",))
    if view.uncounted:
        return Answer(
            "warn",
            f"มีรายการหลัง {short_date(view.counted_on)}",
            ("เดือนนี้มีเงินเข้าออกหลังวันที่นับ ต้องนับใหม่ แล้วแก้วันที่นับ",),
        )
    difference = state.cash_difference
    if difference is None:
        return Answer("pri", "นับเงินสดในกล่อง", ("ใส่จำนวนใบและเหรียญ แล้วกด Enter ไปช่องถัดไป",))
    if not difference:
        return Answer("ok", "ตรงกัน", _limit_words(view, view.cash.expected_satang))
    found = state.cash_clues()
    told = tuple(clue_words(clue) for clue in found[:1]) or ("ดูใบเสร็จและใบสำคัญที่ยังไม่ได้ลง แล้วนับใหม่อีกครั้ง",)
    return Answer(
        "warn",
        f"{direction(difference)} {format_baht(abs(difference))}",
        (*told, "ปิดงวดไม่ได้จนกว่าจะตรงกัน"),
        Mend("ไปดูรายการ", "books", {"entry": found[0].move.entry_id} if found else None),
    )


def _limit_words(view: CloseChecklist, satang: int) -> tuple[str, ...]:
    limit = view.cash_limit_satang
    if limit <= 0:
        return ()
    if satang > limit:
        return (f"เกินกว่าที่ถือได้ {baht(limit)} บาท ควรนำฝาก",)
    return (f"ถือเงินสดไม่เกิน {baht(limit)} บาท",)


def _bank_answer(state: CloseState, view: CloseChecklist) -> Answer:
    if not view.banks:
        return Answer("ok", "ไม่มีบัญชีธนาคาร", ("ข้อนี้ไม่มีอะไรต้องทำ",))
    for bank in (view.banks[state.bank], *view.banks):
        difference = state.bank_difference(bank)
        if difference:
            return _bank_off(state, bank, difference)
    missing = state.banks_missing
    if missing:
        return Answer(
            "pri",
            f"กรอกยอด {missing[0]}",
            (f"ดูสมุดบัญชี ยอด ณ {short_date(view.month.last_day)} ปรับสมุดก่อนถ้ายังไม่ถึงวันนั้น",),
        )
    return Answer("ok", "ตรงกันทุกบัญชี")


def _bank_off(state: CloseState, bank: BankAtClose, difference: int) -> Answer:
    found = state.bank_clues(bank)
    told = tuple(clue_words(clue) for clue in found[:1])
    if not told:
        told = ("อาจมีดอกเบี้ยหรือเงินเข้าที่ยังไม่ได้ลง",) if difference > 0 else ("อาจมีค่าธรรมเนียมหรือเงินออกที่ยังไม่ได้ลง",)
    more = "มากกว่า" if difference > 0 else "น้อยกว่า"
    return Answer(
        "warn",
        f"สมุดมี{more}บัญชี {format_baht(abs(difference))}",
        (*told, "ปิดงวดไม่ได้จนกว่าจะตรงกัน"),
        Mend(
            "ไปดูรายการ" if found else "ไปลงบัญชี", "books", {"entry": found[0].move.entry_id} if found else None
        ),
    )


def _claim_answer(_state: CloseState, view: CloseChecklist) -> Answer:
    undecided = [c for c in view.claims if c.state == "requested"]
    if undecided:
        first = undecided[0]
        return Answer(
            "warn",
            f"ยังไม่มีมติ {len(undecided)} ราย",
            (f"{first.member} ขอ{first.benefit}", "ปิดงวดได้แม้ยังไม่มีมติ คำขอจะค้างไปเดือนหน้า"),
            Mend("ไปพิจารณา", "claims", {"claim": first.claim_id}),
        )
    if view.claims:
        return Answer("ok", "มีมติครบทุกราย", ("ที่รออยู่จะพิมพ์ไว้ในชุดเอกสาร",))
    return Answer("ok", "มีมติครบทุกราย")


def _draft_answer(state: CloseState, view: CloseChecklist) -> Answer:
    if view.state == "closed":
        return Answer("ok", "ปิดงวดแล้ว", ("เอกสารที่พิมพ์ตอนนี้เป็นฉบับจริง",))
    if view.earlier is not None:
        return Answer("pri", f"ปิดงวด{long_month(view.earlier)}ก่อน", ("งวดต้องปิดเรียงเดือนกัน",))
    if view.state == "draft" and view.stale:
        return Answer(
            "warn",
            "มีรายการใหม่หลังทำร่าง",
            ("ใบร่างที่พิมพ์ไปใช้ไม่ได้แล้ว ตรวจเงินสดและสมุดธนาคารอีกครั้ง แล้วทำร่างใหม่",),
        )
    if state.drafted:
        if state.agrees:
            return Answer("ok", "ทำร่างแล้ว", ("พิมพ์ให้กรรมการตรวจและลงชื่อ แล้วปิดงวดตามมติ",))
        return Answer("warn", "ทำร่างแล้ว แต่ยังไม่ตรง", ("ปิดงวดไม่ได้จนกว่าเงินสดและสมุดธนาคารจะตรงกับบัญชี",))
    if state.counted_satang is None:
        return Answer("pri", "ยังไม่ได้นับเงินสด", ("นับเงินก่อน แล้วจึงทำร่าง",))
    if view.uncounted:
        return Answer("warn", "มีรายการหลังวันที่นับเงิน", ("นับเงินใหม่ แล้วแก้วันที่นับ",))
    if state.banks_missing:
        return Answer(
            "pri", f"ยังไม่ได้กรอกยอด {state.banks_missing[0]}", ("กรอกยอดจากสมุดธนาคารก่อน แล้วจึงทำร่าง",)
        )
    early = _early_words(view)
    if not state.agrees:
        return Answer("warn", "ทำร่างได้ แต่ยังไม่ตรง", ("ร่างจะบอกผลต่างไว้ ปิดงวดไม่ได้จนกว่าจะตรงกัน", *early))
    return Answer("ok", "พร้อมทำร่าง", ("ร่างถอนได้ ตัวเลขยังแก้ได้จนกว่าจะปิดงวด", *early))


def _seal_answer(state: CloseState, view: CloseChecklist) -> Answer:
    if view.state == "closed":
        return Answer("ok", "ปิดงวดแล้ว", ("รหัสยืนยันงวดพิมพ์ไว้ข้างลายมือชื่อ แก้รายการย้อนหลังไม่ได้",))
    if not state.drafted:
        return Answer("pri", "ยังไม่มีร่างที่กรรมการลงชื่อ", ("ทำร่าง พิมพ์ให้กรรมการตรวจก่อน แล้วจึงปิดงวด",))
    if not state.agrees:
        return Answer("warn", "ยังไม่ตรงกัน จึงปิดไม่ได้", ("แก้เงินสดหรือสมุดธนาคารให้ตรงก่อน แล้วทำร่างใหม่",))
    details = _early_words(view)
    left = open_steps(state)
    if left:
        return Answer("warn", f"ยังมี {len(left)} ข้อไม่เรียบร้อย", (*left, "ปิดได้ แต่ควรบอกที่ประชุม", *details))
    return Answer("ok", "พร้อมปิดงวด", ("หลังปิดแล้วแก้ไม่ได้ รายการที่มาทีหลังลงในเดือนที่เปิดอยู่", *details))


def _early_words(view: CloseChecklist) -> tuple[str, ...]:
    """The month has not ended: it may be closed, but takes no more money then."""
    if view.today >= view.month.last_day:
        return ()
    return (f"ยังไม่สิ้นเดือน ปิดแล้วจะลงเงินของ {short_month(view.month)} อีกไม่ได้",)
