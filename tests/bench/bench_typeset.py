"""What Thai typesetting costs, as ratios to a floor measured in the same run."""

from collections.abc import Callable
from io import BytesIO
from statistics import median
from time import process_time

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFNameBytes, TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.documents.typeset.papers import blank
from wangfund.documents.typeset.fonts import Face, register_fonts
from wangfund.documents.typeset.page import Footer
from wangfund.documents.typeset.table import Column, Row, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.paths import bundled

_STOCK = "Stock-Sarabun"
_NAMES = [f"นางสาวกตัญญู น้ำผึ้ง ปั้นแก้ว {number}" for number in range(20_000)]
_ROWS = 3_000


def measure() -> dict[str, float]:
    """Ratios: 20,000 strings in our font to the same in ReportLab's own; a table of 3,000 × 8 to its bare strings."""
    register_fonts()
    stock = TTFont(_STOCK, str(bundled("resources/fonts/pdf/Sarabun-Regular.ttf")))
    stock.face.name = TTFNameBytes(_STOCK.encode())
    registerFont(stock)
    cells = [
        [
            f"{number}",
            f"{number:05}",
            _NAMES[number],
            f"{number % 99}/1",
            "หมู่ 9",
            f"{number}.00",
            "30.00",
            f"{number + 30}.00",
        ]
        for number in range(_ROWS)
    ]
    bare = [cell for row in cells for cell in row]
    return {
        "thai strings / stock strings": _ratio(
            lambda: _strings(Face.REGULAR.value, _NAMES), lambda: _strings(_STOCK, _NAMES)
        ),
        "table 3000x8 / its bare strings": _ratio(lambda: _table(cells), lambda: _strings(_STOCK, bare)),
    }


def _strings(font: str, strings: list[str]) -> None:
    canvas = Canvas(BytesIO(), initialFontName=font)  # type: ignore[arg-type]
    for start in range(0, len(strings), 50):
        canvas.setFont(font, 11)
        for place, text in enumerate(strings[start : start + 50]):
            canvas.drawString(50, 800 - 15 * place, text)
        canvas.showPage()
    canvas.save()


def _table(cells: list[list[str]]) -> None:
    paper = blank(Footer("ทะเบียน"))
    columns = tuple(Column(f"ช่อง {number}", align="right" if number > 3 else "left") for number in range(8))
    draw_table(paper, Table(columns, (Row(tuple(row)) for row in cells)))
    paper.to_bytes()


def _ratio(work: Callable[[], None], floor: Callable[[], None]) -> float:
    """Median of five rounds, each timing both, so that a busy machine slows both."""
    return median(_seconds(work) / _seconds(floor) for _ in range(5))


def _seconds(work: Callable[[], None]) -> float:
    started = process_time()
    work()
    return process_time() - started
