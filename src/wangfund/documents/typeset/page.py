"""A paper: pages with margins, a cursor that moves down, a footer with its page of pages, a file at the end."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias

from wangfund.documents.typeset.document import Document, DocumentInfo
from wangfund.documents.typeset.measures import (
    A4,
    BOTTOM,
    FOOTER_ROOM,
    HAIR,
    LEADING,
    LEFT,
    MM,
    RIGHT,
    THIN,
    TOP,
)
from wangfund.documents.typeset.page_ink import DOTTED, PageInk, Pen
from wangfund.documents.typeset.run import Line, Run, Text, as_line, fit_line, line_size, line_width
from wangfund.documents.typeset.style import BODY, FOOTER, INK, PALE, Style
from wangfund.documents.typeset.thai_paragraph import ThaiParagraph

Align: TypeAlias = Literal["left", "center", "right"]
DRAFT: Final = "ร่าง"
# Where the baseline stands in a line of its own, in ems under its top; the rest of the leading is shared.
_BASELINE: Final = 1.06


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands under the hairline: a warning or what the paper is, and at the right 'หน้า x/y' unless told."""

    left: Text = ""
    right: Text | None = None


@dataclass(frozen=True, slots=True)
class Margins:
    left: float = LEFT
    right: float = RIGHT
    top: float = TOP
    bottom: float = BOTTOM


class _Page:
    def __init__(self, ink: PageInk, section: int, footer: Footer | None) -> None:
        self.ink = ink
        self.section = section
        self.footer = footer


class Paper:
    """Draws one file. Lengths are points, y grows upwards; `y` is the top of what comes next.

    `draft` puts ร่าง into every footer; heads put it beside their title. `on_next_page` draws a running head on
    every page after the first of a section.
    """

    def __init__(
        self,
        info: DocumentInfo,
        footer: Footer | None = None,
        *,
        draft: bool = False,
        size: tuple[float, float] = A4,
        margins: Margins | None = None,
    ) -> None:
        margins = margins or Margins()
        self.draft: Final = draft
        self.page_width, self.page_height = size
        self.left: Final = margins.left
        self.right: Final = size[0] - margins.right
        self.top: Final = size[1] - margins.top
        self.on_next_page: Callable[[Paper], None] | None = None
        self._margin_bottom: Final = margins.bottom
        self._document: Final = Document(info, size)
        self._pages: list[_Page] = []
        self._open_page(0, footer)

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.right - self.left

    @property
    def bottom(self) -> float:
        """The lowest y of this page that text may reach."""
        return self._margin_bottom + (FOOTER_ROOM if self._pages[-1].footer else 0.0)

    @property
    def room(self) -> float:
        """Height left on this page."""
        return self.y - self.bottom

    @property
    def page_number(self) -> int:
        """Number of this page in its section, from 1."""
        return sum(page.section == self._pages[-1].section for page in self._pages)

    @property
    def ink(self) -> PageInk:
        """The page being drawn."""
        return self._pages[-1].ink

    def next_page(self, footer: Footer | None = None) -> None:
        """Turn the page; its footer is that of the page before unless another is given."""
        page = self._pages[-1]
        self._open_page(page.section, footer or page.footer)
        if self.on_next_page is not None:
            self.on_next_page(self)

    def next_section(self, footer: Footer | None = None) -> None:
        """A new page that starts counting its pages from 1, as for the next village's sheet."""
        self._open_page(self._pages[-1].section + 1, footer)

    def need(self, height: float) -> bool:
        """Turn to the next page unless `height` is left on this one; True if it turned."""
        if self.room + 1e-6 >= height:
            return False
        self.next_page()
        return True

    def skip(self, height: float) -> None:
        self.y -= height

    def text(self, x: float, y: float, text: Text, style: Style = BODY, align: Align = "left") -> float:
        """Text on the baseline `y`; `x` is its left edge, middle or right edge. Gives its width."""
        line = as_line(text, style)
        width = line_width(line)
        self.ink.line(x - width * {"left": 0.0, "center": 0.5, "right": 1.0}[align], y, line)
        return width

    def write(self, text: Text, style: Style = BODY, align: Align = "left", leading: float = LEADING) -> None:
        """One line between the margins at the cursor, made to fit; moves down by `leading` ems of its largest run."""
        line = fit_line(as_line(text, style), self.width)
        size = line_size(line, style.size)
        self.need(size * leading)
        self._place(line, align, self.y - size * (_BASELINE + (leading - LEADING) / 2))
        self.skip(size * leading)

    def paragraph(
        self, text: Text, style: Style = BODY, align: Align = "left", leading: float = LEADING
    ) -> None:
        """Text between the margins, wrapped, going on over as many pages as it needs."""
        rest: ThaiParagraph | None = ThaiParagraph.of(text, self.width, style, leading)
        turned = False
        while rest is not None:
            first, rest = rest.split(self.room, whole_page=turned)
            if first is not None:
                for line in first.lines:
                    self._place(line, align, self.y - first.size * (_BASELINE + (leading - LEADING) / 2))
                    self.skip(first.line_height)
            if rest is not None:
                self.next_page()
                turned = True

    def rule(self, y: float, weight: float = THIN, colour: str = INK) -> None:
        """A rule across the paper."""
        self.ink.rule(self.left, y, self.right, y, Pen(weight, colour))

    def dotted(self, x0: float, x1: float, y: float) -> None:
        """A line to write on."""
        self.ink.rule(x0, y, x1, y, Pen(THIN + 0.1, INK, DOTTED))

    def checkbox(self, x: float, baseline: float, size: float = 3.6 * MM) -> None:
        """A box to tick, standing on the baseline."""
        self.ink.box(x, baseline - 0.3, size, size, Pen(0.6))

    def to_bytes(self) -> bytes:
        """The finished file. Nothing may be drawn afterwards."""
        totals = [sum(page.section == other.section for other in self._pages) for page in self._pages]
        number, before = 0, -1
        for page, total in zip(self._pages, totals, strict=True):
            number = number + 1 if page.section == before else 1
            before = page.section
            self._draw_footer(page, number, total)
            self._document.add_page(page.ink.operators())
        return self._document.to_bytes()

    def save(self, path: Path) -> None:
        """Write the file at `path`, whole or not at all; what stood there is replaced.

        Raises:
            OSError: the folder is missing, full or forbidden; `path` is as it was.
        """
        data = self.to_bytes()
        unfinished = path.with_name(path.name + ".part")
        try:
            unfinished.write_bytes(data)
            unfinished.replace(path)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise

    def _open_page(self, section: int, footer: Footer | None) -> None:
        self._pages.append(_Page(PageInk(self._document.pieces_of), section, footer))
        self.y = self.top

    def _place(self, line: Line, align: Align, baseline: float) -> None:
        free = self.width - line_width(line)
        self.ink.line(self.left + free * {"left": 0.0, "center": 0.5, "right": 1.0}[align], baseline, line)

    def _draw_footer(self, page: _Page, number: int, total: int) -> None:
        if page.footer is None:
            return
        given = page.footer.right
        right = as_line(f"หน้า {number}/{total}" if given is None else given, FOOTER)
        if self.draft:
            right = (Run(DRAFT, FOOTER.bold), Run(" · ", FOOTER), *right)
        baseline = self._margin_bottom + 0.9 * MM
        page.ink.rule(self.left, baseline + 4.4 * MM, self.right, baseline + 4.4 * MM, Pen(HAIR, PALE))
        start = self.right - line_width(right)
        page.ink.line(start, baseline, right)
        page.ink.line(
            self.left, baseline, fit_line(as_line(page.footer.left, FOOTER), start - self.left - 5 * MM)
        )
