"""The members' leaflet: what they pay, what they may ask for, how much, when and with which papers. No names."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.head import draw_head, report_head
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Footer, Paper
from wangfund.documents.typeset.run import Run
from wangfund.documents.typeset.style import BODY, FOOTER, HEADING, NOTE, TABLE
from wangfund.documents.typeset.table import Column, Lines, Row, RowRules, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.domain.papers.leaflet import Leaflet
from wangfund.domain.rulebook.model import Benefit, Rulebook
from wangfund.text import rule_words as say
from wangfund.thai.dates import long_date, short_date

_TITLE: Final = "สิทธิประโยชน์ของสมาชิก"
_MOTTO: Final = "ให้อย่างมีคุณค่า รับอย่างมีศักดิ์ศรี"


def render(paper_rows: Leaflet, path: Path, made_on: date) -> None:
    """Write the leaflet.

    Raises:
        OSError: the folder is missing, full or forbidden; what stood at `path` is as it was.
    """
    head, rules = paper_rows.head, paper_rows.rules
    title = f"{_TITLE} (ร่าง)" if paper_rows.draft else _TITLE
    footer = Footer(
        Run(
            f"{'ร่าง' if paper_rows.draft else ''}{rules.name} ฉบับที่ {rules.version} ใช้ตั้งแต่ {short_date(rules.effective_from)}"
            f" · พิมพ์ {short_date(made_on)}",
            FOOTER,
        )
    )
    paper = Paper(DocumentInfo(title, head.name, made_on), footer)
    since = (
        ("เสนอให้ใช้ตั้งแต่ " if paper_rows.draft else "ใช้ตั้งแต่ ")
        + long_date(rules.effective_from)
        + (f" ตาม{rules.resolution}" if rules.resolution else "")
    )
    draw_head(paper, report_head(head.name, title, Run(since, NOTE)))
    paper.rule(paper.y)
    paper.skip(2 * MM)
    _draw_membership(paper, rules)
    _draw_benefits(paper, rules)
    paper.need(14 * MM)
    paper.skip(4 * MM)
    paper.write(_MOTTO, HEADING, align="center")
    paper.save(path)


def _draw_membership(paper: Paper, rules: Rulebook) -> None:
    clause = f" ({rules.contribution.clause})" if rules.contribution.clause else ""
    paper.write(f"เงินสมทบ{clause}", HEADING)
    paper.paragraph(" · ".join(say.contribution_lines(rules)), BODY)
    paper.skip(1.5 * MM)
    paper.write("การเป็นสมาชิกและสิทธิ", HEADING)
    for line in say.membership_lines(rules):
        paper.paragraph(f"– {line}", BODY)
    paper.skip(2.5 * MM)


def _draw_benefits(paper: Paper, rules: Rulebook) -> None:
    paper.write("สวัสดิการที่ขอรับได้", HEADING)
    paper.skip(1 * MM)
    columns = (
        Column("เรื่อง", 33 * MM, style=TABLE, wraps=True),
        Column("ได้รับ", 65 * MM, style=TABLE, wraps=True),
        Column("เงื่อนไข", None, style=TABLE, wraps=True),
        Column("ยื่นและเอกสาร", 40 * MM, style=TABLE, wraps=True),
    )
    rows = [_row(rules, benefit) for benefit in rules.benefits]
    draw_table(paper, Table(columns, rows, row_rules=RowRules.HAIR))
    ceiling = say.ceiling_words(rules)
    if ceiling:
        paper.skip(2 * MM)
        paper.paragraph(ceiling, BODY)


def _row(rules: Rulebook, benefit: Benefit) -> Row:
    small = TABLE.sized(10)
    what = [
        Run(benefit.name, TABLE.bold),
        Run(benefit.clause, small),
        Run(f"เพื่อ{say.who_words(benefit)}", small),
    ]
    papers = [Run(paper, small) for paper in benefit.documents]
    return Row(
        (
            Lines(tuple(what)),
            Lines(tuple(Run(line, TABLE) for line in say.amount_lines(rules, benefit))),
            Lines(
                tuple(
                    Run(line, small)
                    for line in (*say.condition_lines(rules, benefit), *say.limit_lines(rules, benefit))
                )
            ),
            Lines((Run(say.deadline_words(benefit), small), *papers)),
        )
    )
