"""The seven things that must be true before a month is closed: how each stands, in an icon and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wangfund.thai.dates import long_month, short_date, short_month
from wangfund.thai.money_text import format_baht
from wangfund.ui.close.state import HISTORY, NEXT, STEPS, CloseState
from wangfund.ui.widgets.chip import Mark
from wangfund.usecases.close_checklist import CloseChecklist

NAMES: Final = {
    "rounds": "ใบเก็บเงินกลับครบ",
    "papers": "ใบเสร็จเลขครบ",
    "cash": "นับเงินสด",
    "banks": "ตรงกับสมุดธนาคาร",
    "claims": "สวัสดิการอนุมัติครบ",
    "draft": "พิมพ์ร่างให้กรรมการ",
    "seal": "ปิดงวดตามมติ",
    NEXT: "งวดถัดไป",
    HISTORY: "งวดที่ปิดแล้ว",
}
SHORT: Final = {
    "rounds": "ใบเก็บเงิน",
    "papers": "ใบเสร็จ",
    "cash": "นับเงินสด",
    "banks": "สมุดธนาคาร",
    "claims": "สวัสดิการ",
    "draft": "พิมพ์ร่าง",
    "seal": "ปิดงวดตามมติ",
}
OK: Final = ("circle-check", "ok")
LOOK: Final = ("triangle-alert", "warn")
TODO: Final = ("circle-dashed", "ink3")
DOING: Final = ("circle-dot", "pri")
LOCKED: Final = ("lock", "ink3")


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the list: its name in `STEPS`, its number ("" for the months behind), the words, and how it stands."""

    name: str
    number: int
    words: str
    mark: Mark

    @property
    def done(self) -> bool:
        """Whether it is in order."""
        return self.mark.tone == "ok"


def steps_of(state: CloseState) -> tuple[Step, ...]:
    """The rows of the list, the months that are closed behind the seven."""
    found = []
    view = state.view
    if view is not None:
        for number, name in enumerate(STEPS, 1):
            (icon, tone), words = _JUDGES[name](state, view)
            if (icon, tone) == TODO and name == state.step:
                icon, tone = DOING
            mark = Mark(icon, words, tone, filled=False)
            found.append(Step(name, number, f"{number} {NAMES[name]}", mark))
    months = state.months
    coming = state.step_month(1)
    if view is None and state.month is None and coming is not None:
        mark = Mark("calendar-days", short_month(coming), "pri", filled=False)
        found.append(Step(NEXT, 0, NAMES[NEXT], mark))
    if months is not None and months.closed:
        words = f"ล่าสุด {short_month(months.closed[0].month)}"
        found.append(Step(HISTORY, 0, NAMES[HISTORY], Mark("history", words, "ink2", filled=False)))
    return tuple(found)


def in_order(state: CloseState) -> int:
    """How many of the seven are in order."""
    return sum(step.done for step in steps_of(state))


def open_steps(state: CloseState) -> tuple[str, ...]:
    """Those of the first six that are not in order, as the question before the seal tells them."""
    return tuple(
        f"{SHORT[step.name]} ({step.mark.words})"
        for step in steps_of(state)
        if step.number and not step.done and step.name != "seal"
    )


def following(state: CloseState) -> str:
    """The step to go on to from the one under the mark: the next not in order, else the last."""
    steps = {step.name: step for step in steps_of(state)}
    at = STEPS.index(state.step) if state.step in STEPS else -1
    later = [name for name in STEPS[at + 1 :] if name in steps and not steps[name].done]
    if later:
        return later[0]
    before = [name for name in STEPS[: max(at, 0)] if name in steps and not steps[name].done]
    return before[0] if before else STEPS[-1]


Judged = tuple[tuple[str, str], str]


def _rounds(_state: CloseState, view: CloseChecklist) -> Judged:
    count, missing = len(view.villages), sum(v.missing for v in view.villages)
    if missing:
        return LOOK, f"ยังขาด {missing} จาก {count} หมู่บ้าน"
    if view.collectors_satang > 0:
        return LOOK, f"อยู่กับผู้เก็บ {format_baht(view.collectors_satang)}"
    return OK, f"{count} จาก {count} หมู่บ้าน"


def _papers(_state: CloseState, view: CloseChecklist) -> Judged:
    missing = sum(len(run.missing) for run in view.papers)
    if missing:
        return LOOK, f"เลขขาด {missing} เลข"
    count, voids = sum(run.count for run in view.papers), len(view.voids)
    if voids:
        return OK, f"ยกเลิก {voids} ใบ มีเหตุผล"
    return OK, f"{count:,} ใบ ไม่มีใบยกเลิก" if count else "เดือนนี้ไม่มีใบเสร็จ"


def _cash(state: CloseState, view: CloseChecklist) -> Judged:
    if state.inputs.counted.wrong:
        return LOOK, "มีจำนวนที่อ่านไม่ได้"
    difference = state.cash_difference
    if difference is None:
        return TODO, "กำลังทำ" if state.step == "cash" else "ยังไม่ได้นับ"
    if view.uncounted:
        return LOOK, "มีรายการหลังวันนับ"
    if difference:
        return LOOK, f"{direction(difference)} {format_baht(abs(difference))}"
    return OK, f"ตรงกัน {format_baht(view.cash.expected_satang)}"


def _banks(state: CloseState, view: CloseChecklist) -> Judged:
    if not view.banks:
        return OK, "ไม่มีบัญชีธนาคาร"
    wrong = [b for b in view.banks if state.inputs.bank(b.book.name).wrong]
    if wrong:
        return LOOK, "มียอดที่อ่านไม่ได้"
    off = [b for b in view.banks if state.bank_difference(b)]
    if off:
        return LOOK, f"ไม่ตรง {len(off)} บัญชี"
    missing = state.banks_missing
    if missing:
        some = len(missing) < len(view.banks)
        return TODO, f"ยังขาด {len(missing)} บัญชี" if some else "กรอกยอดจากสมุด"
    return OK, f"ตรงกัน {len(view.banks)} บัญชี"


def _claims(_state: CloseState, view: CloseChecklist) -> Judged:
    undecided = sum(c.state == "requested" for c in view.claims)
    if undecided:
        return LOOK, f"รอมติ {undecided} ราย"
    if view.paid_claims:
        return OK, f"{view.paid_claims} ราย มีมติครบ"
    return OK, "เดือนนี้ไม่มีจ่าย"


def _draft(state: CloseState, view: CloseChecklist) -> Judged:
    if view.state == "closed":
        return OK, "กรรมการลงชื่อแล้ว"
    if view.earlier is not None:
        return LOCKED, f"ปิด {short_month(view.earlier)} ก่อน"
    if view.state == "draft" and view.stale:
        return LOOK, "มีรายการใหม่หลังร่าง"
    if state.drafted:
        assert view.drafted_on is not None
        return OK, f"ร่างแล้ว นับ {short_date(view.drafted_on)}"
    if view.state == "draft":
        return LOOK, "ตัวเลขต่างจากร่าง"
    return TODO, "พร้อมทำร่าง" if state.ready_to_draft else "หลังนับเงินและสมุด"


def _seal(_state: CloseState, view: CloseChecklist) -> Judged:
    if view.state == "closed":
        return OK, "ปิดแล้ว"
    return TODO, "หลังกรรมการลงชื่อ"


_JUDGES: Final = {
    "rounds": _rounds,
    "papers": _papers,
    "cash": _cash,
    "banks": _banks,
    "claims": _claims,
    "draft": _draft,
    "seal": _seal,
}


def direction(difference_satang: int) -> str:
    """How a difference lies, as the third line of a count names it."""
    if not difference_satang:
        return "ตรงกัน"
    return "เงินเกินอยู่" if difference_satang > 0 else "เงินขาดอยู่"


def heading(state: CloseState, *, short: bool = False) -> str:
    """The head of the page."""
    if short and state.month is not None:
        return f"ปิดงวด {short_month(state.month)}"
    return f"ปิดงวดเดือน{long_month(state.month)}" if state.month is not None else "ปิดงวด"
