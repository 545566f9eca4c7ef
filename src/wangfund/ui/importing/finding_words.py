"""What the panel beside the grid says of the cell under the mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.register.member import RegisterMember
from wangfund.text.messages import say_finding
from wangfund.ui.importing.cells import FIELDS, grid_field, name_of, shown, written
from wangfund.ui.importing.choices import Choice
from wangfund.ui.importing.grid_rows import GridRow
from wangfund.ui.importing.points import Point
from wangfund.ui.importing.short_words import PAIRS, short
from wangfund.ui.importing.state import ImportState, Phase

_LOOKS: Final = {
    Severity.ERROR: ("circle-alert", "bad"),
    Severity.WARNING: ("triangle-alert", "warn"),
    Severity.NOTE: ("wand-sparkles", "pri"),
}
_NEXT_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """One of two who may be the same: where she stands, her name, what else is known."""

    place: str
    name: str
    facts: str


@dataclass(frozen=True, slots=True)
class PanelWords:
    """The panel from top to foot; `act` is what Enter does, "" for nothing."""

    icon: str
    tone: str
    heading: str
    lead: str = ""
    written: str = ""
    why: str = ""
    more: tuple[str, ...] = ()
    pair: tuple[Pair, ...] = ()
    choices: tuple[Choice, ...] = ()
    nexts: tuple[str, ...] = ()
    foot: str = ""
    act: str = ""


def panel_words(state: ImportState) -> PanelWords:
    """What to say of the cell under the mark."""
    row = state.row
    if row is None or state.mark is None:
        return PanelWords("info", "ink2", "ยังไม่มีแถวให้ดู")
    if row.band:
        return _band_words(state, row)
    if state.phase is Phase.MATRIX:
        return _matrix_words(state, row)
    return _member_words(state, row, state.mark[1])


def _band_words(state: ImportState, row: GridRow) -> PanelWords:
    heading = f"แถว {row.key[1]}" if row.key[1] else f"แผ่นงาน “{row.key[0]}”"
    act = "ใช้แบบนี้" if row.left_out else _go_on(state)
    return PanelWords(
        "info",
        "ink2",
        heading,
        why=row.band,
        choices=state.choices,
        nexts=_nexts(state),
        foot=_foot(state),
        act=act,
    )


def _matrix_words(state: ImportState, row: GridRow) -> PanelWords:
    assert state.mark is not None
    column = next((c for c in state.columns if c.field == state.mark[1]), None)
    heading = f"แถว {row.key[1]} {column.heading if column is not None else ''}".strip()
    findings = state.findings
    if not findings:
        matrix = state.matrix_row(row.key)
        others = matrix.findings if matrix is not None else ()
        more = tuple(say_finding(f).message for f in others)
        return PanelWords("circle-check", "ok", heading, written=row.cells[1].text, more=more)
    first = findings[0]
    icon, tone = _LOOKS[first.severity]
    said = say_finding(first)
    more = (said.advice, "แถวที่มีเครื่องหมายแดงจะพักไว้ แก้ในไฟล์ Excel แล้วเลือกไฟล์ใหม่ได้")
    return PanelWords(
        icon, tone, heading, "ในไฟล์เขียนว่า", str(first.values.get("value") or "–"), said.message, more
    )


def _member_words(state: ImportState, row: GridRow, name: str) -> PanelWords:
    assert row.planned is not None
    planned, heading = row.planned, f"แถว {row.key[1]} {FIELDS[name][0]}"
    in_file = written(planned.row, name)
    finding = state.open_finding
    held = row.key in state.overlay.held
    lines = [say_finding(f).message for f in state.findings if f is not finding and f.code != "ROW_HELD"]
    if finding is not None and not held:
        icon, tone = _LOOKS[finding.severity]
        said, pair = say_finding(finding), _pair(state, row, finding)
        return PanelWords(
            icon,
            tone,
            heading,
            "ในไฟล์เขียนว่า" if in_file and not pair else "",
            in_file,
            PAIRS.get(finding.code, said.message) if pair else said.message,
            () if pair else (said.advice, *lines),
            pair,
            state.choices,
            _nexts(state),
            _foot(state),
            "ใช้แบบนี้",
        )
    icon, tone = ("clock", "warn") if held else ("circle-check", "ok")
    why = "ท่านพักคนนี้ไว้ ยังไม่นำเข้า" if held else _kept(state, row, name)
    elsewhere = [p for p in state.points if p.key == row.key and p.field != name and not held]
    if elsewhere:
        lines.append(f"แถวนี้มีเรื่องที่ช่อง {FIELDS[elsewhere[0].field][0]}")
    return PanelWords(
        icon,
        tone,
        heading,
        "ในไฟล์เขียนว่า",
        in_file or "(ว่าง)",
        why,
        tuple(lines),
        (),
        state.choices,
        _nexts(state),
        _foot(state),
        "ใช้แบบนี้" if state.choices else _go_on(state),
    )


def _kept(state: ImportState, row: GridRow, name: str) -> str:
    assert row.planned is not None
    planned = row.planned
    now = shown(planned.row.member, name)
    if name in {grid_field(change) for change in planned.changes}:
        known = _known(state, planned.row.member.member_no)
        before = shown(known, name) if known is not None else ""
        return f"ในกองทุนเดิมเป็น {before or '–'} จะแก้เป็น {now}"
    if (*row.key, name) in state.overlay.fixes:
        return f"แก้แล้ว จะเก็บเป็น {now}" if now else "ท่านให้เว้นว่างไว้"
    return f"จะเก็บเป็น {now}" if now else "จะเว้นว่างไว้"


def _pair(state: ImportState, row: GridRow, finding: Finding) -> tuple[Pair, ...]:
    """The two who share a number or a name, side by side."""
    assert row.planned is not None
    values = finding.values
    mine = Pair(f"แถว {row.key[1]}", name_of(row.planned.row.member), _facts(row.planned.row.member))
    if "other_row" in values and "other_sheet" in values and state.shown is not None:
        key = (str(values["other_sheet"]), int(values["other_row"] or 0))
        at = state.shown.places.get(key)
        other = state.shown.rows[at].planned if at is not None else None
        if other is not None:
            place = f"แถว {key[1]}" + (f" “{key[0]}”" if key[0] != row.key[0] else "")
            return (Pair(place, name_of(other.row.member), _facts(other.row.member)), mine)
    known = _known(state, str(values.get("known_member_no") or ""))
    if known is not None:
        return (Pair(f"ในกองทุน {known.member_no}", name_of(known), _facts(known)), mine)
    return ()


def _known(state: ImportState, number: str | None) -> RegisterMember | None:
    return state.shown.preview.known.get(number) if state.shown is not None and number else None


def _facts(member: RegisterMember) -> str:
    born = shown(member, "birth_date")
    home = f"บ้าน {member.house_no or '–'} หมู่ {member.moo or '–'}"
    return f"เกิด {born} · {home}" if born else home


def _nexts(state: ImportState) -> tuple[str, ...]:
    here, points = state.mark, state.points
    must = [p for p in points if p.must] or list(points)
    at = next((n for n, p in enumerate(must) if (p.key, p.field) == here), -1)
    following = (must[at + 1 :] + must[: max(at, 0)])[:_NEXT_SHOWN]
    return tuple(point_line(p) for p in following)


def point_line(point: Point) -> str:
    """A point in one line: 'แถว 48 เลขประจำตัว เลขซ้ำ'."""
    return f"แถว {point.key[1]} {FIELDS[point.field][0]} {short(point.finding.code)}"


def _foot(state: ImportState) -> str:
    points = state.points
    must = [p for p in points if p.must]
    some = must or list(points)
    if not some:
        return "ไม่มีจุดค้าง"
    at = next((n for n, p in enumerate(some, start=1) if (p.key, p.field) == state.mark), 0)
    what = "จุดที่" if must else "ดูที่"
    return (
        f"{what} {at} จาก {len(some)}" if at else f"เหลือ {len(some)} จุด" if must else f"ควรดู {len(some)} จุด"
    )


def _go_on(state: ImportState) -> str:
    return "ไปจุดถัดไป" if state.next_point() is not None else ""
