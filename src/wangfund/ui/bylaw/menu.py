"""What else can be done with the by-law, behind F10."""

from __future__ import annotations

from wangfund.ui.bylaw.reshape import parts_of, tiered
from wangfund.ui.bylaw.state import BylawState
from wangfund.ui.keys import Key
from wangfund.ui.members.more_menu import Entry


def entries(state: BylawState, *, writable: bool) -> tuple[Entry, ...]:
    """The entries as things stand."""
    found = [Entry("export", "เก็บข้อความเป็นไฟล์", "file-down", Key.SAVE_FILE.shown)]
    if writable:
        found.append(Entry("import", "นำเข้าร่างจากไฟล์", "file-input"))
    if state.drafting:
        found.append(Entry("versions", "ดูฉบับที่ใช้อยู่", "history"))
        if writable:
            found += shaping(state)
        if state.replay_stopped:
            found.append(Entry("replay", "ลองกับคำขอจริงอีกครั้ง", "history"))
        if len(state.failing) > 1:
            words = f"แก้ตัวอย่างทั้ง {len(state.failing)} ตัวอย่างตามร่าง"
            found.append(Entry("examples", words, "list-checks", rule_above=True))
        found.append(Entry("drop", "ทิ้งร่างนี้", "trash-2", rule_above=True))
    return tuple(found)


def shaping(state: BylawState) -> tuple[Entry, ...]:
    """What can be added to the benefit under the mark and taken from it."""
    rules, code = state.rules, state.chosen
    if rules is None or rules.benefit(code) is None:
        return ()
    steps = (Entry("tier", "เพิ่มขั้น", "plus"),) if tiered(rules, code) else ()
    return (
        Entry("like", "เพิ่มสวัสดิการตามแบบข้อนี้", "plus", Key.NEW.shown, rule_above=True),
        *steps,
        Entry("cap", "เพิ่มเพดาน", "plus"),
        Entry("condition", "เพิ่มเงื่อนไข", "plus"),
        *(Entry(f"without:{n}", part.words, "minus") for n, part in enumerate(parts_of(rules, code))),
        Entry("out", "ตัดสวัสดิการข้อนี้ออก", "trash-2", Key.REMOVE.shown),
    )
