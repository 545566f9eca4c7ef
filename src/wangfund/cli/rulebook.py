"""`rulebook check`: does it make sense, and decide the known cases as they were decided; adopt, export and replay one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from wangfund.cli import values
from wangfund.cli.answer import Answer
from wangfund.cli.findings import complaint, finding_line
from wangfund.cli.parser import CommandParser, WrongUsage
from wangfund.cli.session import Session, output, text_of
from wangfund.domain.eligibility.run_cases import CaseReport, run_cases
from wangfund.domain.errors import Finding, Refused, Severity
from wangfund.domain.rulebook.check import check_rulebook
from wangfund.domain.rulebook.duration import plus_months
from wangfund.domain.rulebook.model import Rulebook
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.text.messages import say, say_finding
from wangfund.thai.dates import short_date
from wangfund.thai.money_text import format_baht

_MOST_CASES_SAID = 20
_REPLAYED_MONTHS = 36


def rulebook_options(parser: CommandParser) -> None:
    """The options of `rulebook`."""
    parser.add(
        "act",
        metavar="check/adopt/export/replay",
        choices=list(_ACTS),
        help="check: ตรวจ adopt: ใช้เป็นฉบับใหม่ export: เก็บฉบับที่ใช้อยู่ replay: ลองคำขอจริงด้วยระเบียบนี้",
    )
    parser.add("rulebook", metavar="RULEBOOK.toml", type=Path, help="ไฟล์ระเบียบ")
    parser.add("--cases", metavar="CASES.json", type=Path, help="กรณีที่เคยตัดสิน")
    parser.add("--fund", metavar="FILE", type=Path, help="ไฟล์กองทุน (adopt export replay)")
    parser.add("--on", metavar="DATE", type=values.day, help="ฉบับที่ใช้ในวันนั้น (export) หรือคำขอตั้งแต่วันนั้น (replay)")


def rulebook(told: Namespace, session: Session) -> Answer:
    """Check, adopt, export or replay a rulebook. `check`, `export` and `replay` change no fund."""
    if told.act != "check" and told.fund is None:
        raise WrongUsage(f"[PAPER_NEEDS] {say('PAPER_NEEDS', {'option': '--fund'}).line}")
    return _ACTS[told.act](told, session)


def _adopt(told: Namespace, session: Session) -> Answer:
    from wangfund.usecases.adopt_rulebook import adopt_rulebook

    text = text_of(told.rulebook)
    with session.writing(told.fund) as books:
        adopted = adopt_rulebook(books, text)
    rules = adopted.rules
    line = f"รับระเบียบฉบับที่ {rules.version} แล้ว ใช้กับเหตุตั้งแต่ {short_date(rules.effective_from)}"
    data = {"version": rules.version, "effective_from": rules.effective_from.isoformat()}
    return Answer({**data, **_data(adopted.warnings, None)}, [line, *map(finding_line, adopted.warnings)])


def _export(told: Namespace, session: Session) -> Answer:
    from wangfund.store.rulebooks import rulebook_rows
    from wangfund.usecases.rules_in_force import rules_on

    with session.reading(told.fund) as books, books.read() as r:
        wanted = rules_on(r, told.on or session.clock.today())
        source = next(row.source for row in rulebook_rows(r) if row.id == wanted.id)
    with output(told.rulebook):
        told.rulebook.write_text(source, encoding="utf-8", newline="\n")
    line = f"เก็บระเบียบฉบับที่ {wanted.rules.version} ไว้ที่ {told.rulebook}"
    return Answer({"file": str(told.rulebook), "version": wanted.rules.version}, [line])


def _replay(told: Namespace, session: Session) -> Answer:
    from wangfund.usecases.replay_rules import replay_rules

    rules = parse_rulebook(text_of(told.rulebook))
    today = session.clock.today()
    since = told.on or plus_months(today, -_REPLAYED_MONTHS)
    with session.reading(told.fund) as books:
        replay = replay_rules(books, rules, since)
    lines = [f"คำขอตั้งแต่ {short_date(since)} {len(replay.claims):,} ราย"]
    lines += [
        f"{kind.name} {kind.claims:,} ราย เดิม {format_baht(kind.then_satang)} ใหม่ {format_baht(kind.now_satang)}"
        f" ได้มากขึ้น {kind.more:,} น้อยลง {kind.less:,}"
        for kind in replay.kinds
    ]
    lines.append(f"รวม เดิม {format_baht(replay.then_satang)} ใหม่ {format_baht(replay.now_satang)}")
    kinds = [
        {
            "benefit": kind.benefit,
            "claims": kind.claims,
            "then_satang": kind.then_satang,
            "now_satang": kind.now_satang,
            "more": kind.more,
            "less": kind.less,
        }
        for kind in replay.kinds
    ]
    totals = {"then_satang": replay.then_satang, "now_satang": replay.now_satang}
    return Answer({"since": since.isoformat(), "kinds": kinds, **totals}, lines)


def _check(told: Namespace, _session: Session) -> Answer:
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
    return Answer(_data(findings, report), lines, [*map(_complaint, errors), *_wrong_cases(report)])


def _data(findings: tuple[Finding, ...], report: CaseReport | None) -> dict[str, Any]:
    found = [
        {
            "severity": str(f.severity),
            "code": f.code,
            "clause": f.clause,
            "field": f.field,
            "line": f.values.get("line") or None,
            "message": say_finding(f).line,
        }
        for f in findings
    ]
    if report is None:
        return {"findings": found, "cases": None}
    wrong = [{"case": w.case, "expect": dict(w.expect), "got": dict(w.got)} for w in report.wrong]
    return {"findings": found, "cases": {"right": report.right, "wrong": wrong}}


def _complaint(finding: Finding) -> str:
    return f"{complaint(finding)}{_at_line(finding)}"


def _at_line(finding: Finding) -> str:
    """Where in the text, after words that do not say it themselves."""
    line = finding.values.get("line")
    said = say_finding(finding).message.startswith(f"บรรทัด {line}")
    return f" (บรรทัด {line})" if line and not said else ""


def _lines(
    rules: Rulebook | None, weigh: list[Finding], *, sound: bool, report: CaseReport | None
) -> list[str]:
    lines = []
    if rules is not None:
        words = "ใช้ได้" if sound else "ยังใช้ไม่ได้"
        if sound and rules.open_words:
            words = f"ใช้ได้เมื่อเติมครบ {len(rules.open_words):,} แห่ง"
        lines.append(f"{rules.name} ฉบับที่ {rules.version}: {words} สวัสดิการ {len(rules.benefits)} อย่าง")
    lines += [f"{finding_line(finding)}{_at_line(finding)}" for finding in weigh]
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


_ACTS: Final[dict[str, Callable[[Namespace, Session], Answer]]] = {
    "check": _check,
    "adopt": _adopt,
    "export": _export,
    "replay": _replay,
}
