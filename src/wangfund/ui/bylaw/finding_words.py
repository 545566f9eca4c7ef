"""What the checker found about a draft, for the list beside the table: the row it is about, and its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.rulebook.model import Rulebook
from wangfund.text.messages import say_finding
from wangfund.text.rule_rows import OWN_ROWS, VERSION
from wangfund.thai.dates import short_date

_INDEX: Final = re.compile(r"^(\w+)\[(\d+)\]")
_EXAMPLE: Final = re.compile(r"^benefits\.(\w+)\.examples\[(\d+)\]$")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WORDS: Final = {
    "gross": "ได้",
    "net": "จ่ายจริง",
    "setoff": "หักค้าง",
    "nights": "คืน",
    "units": "หน่วย",
    "arrears": "ค้าง (เดือน)",
    "first_day": "เริ่มมีสิทธิ",
    "last_day": "วันสุดท้าย",
    "result": "ผล",
    "reason": "เหตุผล",
}
_RESULTS: Final = {"PAY": "จ่าย", "REFUSE": "ไม่จ่าย", "PENDING": "รอ", "None": "ไม่มี"}


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line of the list: `row` is the table's row it is about ("" none), `line` the text's (0 none).

    `example` is the place of a failing example among its benefit's, None when it is about none.
    """

    words: str
    clause: str
    severity: Severity
    row: str
    line: int
    example: int | None = None


def found_lines(findings: Iterable[Finding], rules: Rulebook | None) -> tuple[FoundLine, ...]:
    """The findings, what stands in the way first."""
    lines = [_line(finding, rules) for finding in findings]
    return tuple(sorted(lines, key=lambda line: line.severity is not Severity.ERROR))


def row_of(finding: Finding, rules: Rulebook | None) -> str:
    """The key of the row a finding is about, "" for none."""
    head, _, rest = finding.field.partition(".")
    if head == "benefits" and rules is not None:
        code = rest.partition(".")[0]
        return code if rules.benefit(code) is not None else ""
    indexed = _INDEX.match(finding.field)
    if indexed is not None and rules is not None and indexed[1] == "shared_caps":
        at = int(indexed[2])
        return rules.shared_caps[at].benefits[0] if at < len(rules.shared_caps) else ""
    return head if head in OWN_ROWS else ""


def why_not(lines: Iterable[FoundLine], *, readonly: bool, checked: bool) -> str:
    """Why a draft cannot be adopted now, "" when it can."""
    if readonly:
        return "เปิดดูอย่างเดียว จึงใช้เป็นฉบับใหม่ไม่ได้"
    if not checked:
        return "กำลังตรวจร่าง"
    wrong = [line for line in lines if line.severity is Severity.ERROR]
    if not wrong:
        return ""
    return f"ยังมี {len(wrong):,} เรื่องที่ต้องแก้ก่อน ดูรายการด้านล่าง"


def example_words(told: str) -> str:
    """'gross 300, first_day 2025-06-30' as a person says it: 'ได้ 300 บาท, เริ่มมีสิทธิ 30 มิ.ย. 2568'."""
    return ", ".join(_one(word) for word in told.split(", ") if word)


def _one(told: str) -> str:
    word, _, value = told.partition(" ")
    value = short_date(date.fromisoformat(value)) if _DAY.fullmatch(value) else _RESULTS.get(value, value)
    money = " บาท" if word in {"gross", "net", "setoff"} and value != _RESULTS["None"] else ""
    return f"{_WORDS.get(word, word)} {value}{money}"


def _line(finding: Finding, rules: Rulebook | None) -> FoundLine:
    line = finding.values.get("line")
    number = line if isinstance(line, int) else 0
    example = _EXAMPLE.match(finding.field) if finding.code == "EXAMPLE_FAILS" else None
    return FoundLine(
        _words(_named(finding, rules)),
        finding.clause,
        finding.severity,
        row_of(finding, rules) or (VERSION if finding.field == "rulebook" else ""),
        number,
        int(example[2]) if example is not None else None,
    )


def _words(finding: Finding) -> str:
    said = say_finding(finding)
    return said.message if finding.code == "EXAMPLE_FAILS" else said.line


def _named(finding: Finding, rules: Rulebook | None) -> Finding:
    """The finding with benefits by their names, and what an example expects in words."""
    values: dict[str, Any] = dict(finding.values)
    code = values.get("benefit")
    benefit = rules.benefit(code) if rules is not None and isinstance(code, str) else None
    if benefit is not None:
        values["benefit"] = benefit.name
    for key in ("expected", "got"):
        if isinstance(values.get(key), str) and finding.code == "EXAMPLE_FAILS":
            values[key] = example_words(values[key])
    return Finding(finding.code, finding.field, finding.clause, finding.severity, values)


def marks_of(lines: Iterable[FoundLine]) -> Mapping[str, Severity]:
    """The worst of each row."""
    marks: dict[str, Severity] = {}
    for line in lines:
        if line.row and marks.get(line.row) is not Severity.ERROR:
            marks[line.row] = line.severity
    return marks
