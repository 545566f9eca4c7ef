"""What the one filled button of the page does now: it always says the next step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from wangfund.text.paper_words import resolution_words
from wangfund.thai.dates import long_month, short_month
from wangfund.ui.close.state import HISTORY, NEXT, CloseState
from wangfund.ui.close.steps import SHORT, following, open_steps, steps_of


class Act(StrEnum):
    """The kinds of main act."""

    BEGIN = "begin"
    GO_ON = "go_on"
    DRAFT = "draft"
    SEAL = "seal"
    BACK_UP = "back_up"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class MainAct:
    """The act, the words on the button, its icon, and the step it goes to ("" for none)."""

    act: Act
    words: str
    icon: str
    step: str = ""


READ_ONLY: Final = "เปิดดูอย่างเดียว จึงปิดงวดไม่ได้"
"""Why nothing of a month can be drafted or sealed."""
_BLOCKING: Final = ("cash", "banks", "draft")
"""Without these the month cannot be closed; the others are told to the meeting."""


def main_act(state: CloseState) -> MainAct:
    """What Enter leads to from the step under the mark."""
    view = state.view
    if view is None:
        month = state.step_month(1)
        if state.month is None and month is not None and state.step == NEXT:
            return MainAct(Act.BEGIN, f"เริ่มงวด {short_month(month)}", "arrow-right")
        return MainAct(Act.HOME, "ไปหน้าแรก", "house")
    if state.step == HISTORY:
        return MainAct(Act.GO_ON, f"กลับไปงวด {short_month(view.month)}", "arrow-left", _next_step(state))
    if view.state == "closed":
        if state.backed_up:
            return MainAct(Act.HOME, "ไปหน้าแรก", "house")
        return MainAct(Act.BACK_UP, "สำรองข้อมูล", "shield-check")
    if state.step == "draft" and state.ready_to_draft and not state.drafted:
        return MainAct(Act.DRAFT, "ทำร่างปิดงวด", "file-text")
    if state.step == "seal" and state.drafted and state.agrees:
        return MainAct(Act.SEAL, f"ปิดงวด {short_month(view.month)}", "stamp")
    step = _next_step(state)
    return MainAct(Act.GO_ON, f"ต่อไป {SHORT[step]}", "arrow-right", step)


def _next_step(state: CloseState) -> str:
    if state.step in {"draft", "seal", HISTORY}:
        done = {step.name for step in steps_of(state) if step.done}
        blocking = [name for name in _BLOCKING if name not in done and name != state.step]
        if blocking and not (state.step == "draft" and state.drafted):
            return blocking[0]
        if state.step != HISTORY:
            return "seal" if state.step == "draft" else "draft"
    return following(state)


def seal_words(state: CloseState) -> tuple[str, str, str]:
    """The question before the seal: its heading, the sentence, and the verb on the button."""
    view = state.view
    assert view is not None
    month, left = long_month(view.month), open_steps(state)
    resolution = resolution_words(" ".join(state.inputs.resolution.split()))
    lines = [f"ปิดงวดเดือน{month} {resolution} หลังปิดแล้วแก้ไม่ได้ และลงรายการของเดือนนี้อีกไม่ได้"]
    if view.today < view.month.last_day:
        lines.append("เดือนนี้ยังไม่สิ้นสุด เงินที่เข้าออกในวันที่เหลือต้องลงเป็นของเดือนหน้า")
    if left:
        lines.append(f"ยังไม่เรียบร้อย {len(left)} ข้อ คือ {', '.join(left)}")
    return f"ปิดงวดเดือน{month} หรือไม่", " ".join(lines), f"ปิดงวด {short_month(view.month)}"
