"""`rulebook check`: does a rulebook make sense, and does it decide the known cases as they were decided."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from wangfund.cli.answer import Answer
from wangfund.cli.findings import complaint, finding_line
from wangfund.cli.parser import CommandParser
from wangfund.cli.session import Session, text_of
from wangfund.domain.eligibility.run_cases import CaseReport, run_cases
from wangfund.domain.errors import Finding, Refused, Severity
from wangfund.domain.rulebook.check import check_rulebook
from wangfund.domain.rulebook.model import Rulebook
from wangfund.domain.rulebook.parse import parse_rulebook

_MOST_CASES_SAID = 20


def rulebook_options(parser: CommandParser) -> None:
    """The options of `rulebook`."""
    parser.add("act", metavar="check", choices=["check"], help="check: ตรวจ")
    parser.add("rulebook", metavar="RULEBOOK.toml", type=Path, help="ไฟล์ระเบียบ")
    parser.add("--cases", metavar="CASES.json", type=Path, help="กรณีที่เคยตัดสิน")


def rulebook(told: Namespace, session: Session) -> Answer:  # noqa: ARG001 (every command is given its session)
    """Check a rulebook and run decided cases. Reads files only."""
    text = text_of(told.rulebook)
    cases_text = None if told.cases is None else text_of(told.cases)
    rules: Rulebook | None = None
    try:
        rules = parse_rulebook(text)
        findings = check_rulebook(rules)
    except Refused as refused:
        findings = refused.findings
    report = None if cases_text is None or rules is None else run_cases(rules, cases_text)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    weigh = [finding for finding in findings if finding.severity is not Severity.ERROR]
    lines = _lines(rules, weigh, sound=not errors, report=report)
    return Answer(_data(findings, report), lines, [*map(complaint, errors), *_wrong_cases(report)])


def _data(findings: tuple[Finding, ...], report: CaseReport | None) -> dict[str, Any]:
    found = [
        {"severity": str(f.severity), "code": f.code, "clause": f.clause, "field": f.field} for f in findings
    ]
    if report is None:
        return {"findings": found, "cases": None}
    wrong = [{"case": w.case, "expect": dict(w.expect), "got": dict(w.got)} for w in report.wrong]
    return {"findings": found, "cases": {"right": report.right, "wrong": wrong}}


def _lines(
    rules: Rulebook | None, weigh: list[Finding], *, sound: bool, report: CaseReport | None
) -> list[str]:
    lines = []
    if rules is not None:
        words = "ใช้ได้" if sound else "ยังใช้ไม่ได้"
        lines.append(f"{rules.name} ฉบับที่ {rules.version}: {words} สวัสดิการ {len(rules.benefits)} อย่าง")
    lines += map(finding_line, weigh)
    if report is not None:
        lines.append(f"กรณีที่เคยตัดสิน ตรง {report.right:,} ไม่ตรง {len(report.wrong):,}")
    return lines


def _wrong_cases(report: CaseReport | None) -> list[str]:
    if report is None or not report.wrong:
        return []
    said = [
        f"[CASE_DIFFERS] {w.case}: ควรเป็น {dict(w.expect)} ได้ {dict(w.got)}"
        for w in report.wrong[:_MOST_CASES_SAID]
    ]
    more = len(report.wrong) - len(said)
    return [*said, *([f"และอีก {more:,} กรณี"] if more > 0 else [])]
