"""What the import page knows: the file, what was said over it, the preview, where the mark stands, what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, Final, NamedTuple

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.register.grid import Sheet
from wangfund.domain.register.matrix import MatrixReading, MatrixRow
from wangfund.domain.register.member import STATUS_NORMAL
from wangfund.domain.register.plan import PlannedRow
from wangfund.domain.register.reading import RegisterReader
from wangfund.thai.period import Period
from wangfund.ui.importing.cells import FIELDS, edit_text, grid_field, written
from wangfund.ui.importing.choices import LET_GO, TAKE_BACK, Act, Choice, choices_of
from wangfund.ui.importing.grid_rows import GridColumn, GridMaker, GridRow, RowKey, counts_of
from wangfund.ui.importing.matrix_rows import COLUMNS, findings_at
from wangfund.ui.importing.overlay import Overlay, overlay_of
from wangfund.ui.importing.points import Point, is_accepted, next_point
from wangfund.usecases.import_register import Imported, RegisterPreview
from wangfund.usecases.past_imports import PastImport

FILTERS: Final = ("all", "add", "update", "same", "hold", "look", "mended")
"""The chips, in their order."""
_SHA_SHOWN: Final = 16


class Phase(Enum):
    """Which face the page has: no file, a register, a year's matrix, or what has just been done."""

    START = "start"
    REGISTER = "register"
    MATRIX = "matrix"
    DONE = "done"


class Opened(NamedTuple):
    """A file that was read: its cells, the digest its draft goes by, and whether a register and a matrix are in it.

    `be_year`: the year the matrix says it is of.
    """

    path: Path
    sha256: str
    sheets: tuple[Sheet, ...]
    register: bool = True
    matrix: bool = False
    be_year: int | None = None


class Shown(NamedTuple):
    """An answer of the worker: the preview, its grid and what it was made from."""

    overlay: Overlay
    preview: RegisterPreview
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    counts: Mapping[str, int]
    points: tuple[Point, ...]
    places: Mapping[RowKey, int]


class Done(NamedTuple):
    """An import that was made: what came of it, of which file, and the rows that stayed out."""

    result: Imported
    kind: str
    file_name: str
    held: tuple[PlannedRow | MatrixRow, ...]


@dataclass(slots=True)
class ImportState:
    """Lives as long as the fund is open; a larger text or another page changes nothing here."""

    phase: Phase = Phase.START
    file: Opened | None = None
    reader: RegisterReader | None = None
    maker: GridMaker = field(default_factory=GridMaker)
    overlay: Overlay = field(default_factory=Overlay)
    shown: Shown | None = None
    matrix: MatrixReading | None = None
    matrix_rows: tuple[GridRow, ...] = ()
    year: int | None = None
    show: str = "all"
    mark: tuple[RowKey, str] | None = None
    choice: int = 0
    coverage: str = ""
    month: Period | None = None
    done: Done | None = None
    past: tuple[PastImport, ...] = ()
    past_chosen: int | None = None

    # the file

    def take_file(self, opened: Opened, kept: Mapping[str, Any] | None, reader: RegisterReader) -> bool:
        """Another file was read; whether something was mended in it before and comes back."""
        self.file, self.reader, self.maker = opened, reader, GridMaker()
        self.phase, self.shown, self.matrix, self.matrix_rows = Phase.REGISTER, None, None, ()
        self.show, self.mark, self.choice, self.done = "all", None, 0, None
        self.overlay, self.coverage, self.month, self.year = Overlay(), "", None, None
        if kept is None:
            return False
        self.overlay = overlay_of(kept)
        mark = kept.get("mark")
        if (
            isinstance(mark, list)
            and len(mark) == 3
            and isinstance(mark[0], str)
            and isinstance(mark[1], int)
        ):
            self.mark = ((mark[0], mark[1]), str(mark[2]) if mark[2] in FIELDS else "full_name")
        self.show = str(kept.get("show")) if kept.get("show") in (*FILTERS, "problems") else "all"
        self.coverage = "paid" if kept.get("coverage") == "paid" else ""
        month = kept.get("month")
        if isinstance(month, str):
            try:
                self.month = Period.parse(month)
            except ValueError:
                self.month = None
        return self.overlay != Overlay()

    @property
    def draft(self) -> str:
        """The name of the draft of this file, "" without one."""
        return f"import-{self.file.sha256[:_SHA_SHOWN]}" if self.file is not None else ""

    def to_draft(self) -> dict[str, Any]:
        """What is kept of it over a power cut."""
        kept = {**self.overlay.to_draft(), "show": self.show, "coverage": self.coverage}
        if self.mark is not None:
            kept["mark"] = [*self.mark[0], self.mark[1]]
        if self.month is not None:
            kept["month"] = self.month.iso
        return kept

    @property
    def stale(self) -> bool:
        """Whether the grid is behind what was said."""
        return self.phase is Phase.REGISTER and (self.shown is None or self.shown.overlay is not self.overlay)

    def take_shown(self, shown: Shown) -> bool:
        """An answer came; whether it is the one waited for."""
        if shown.overlay is not self.overlay:
            return False
        self.shown = shown
        if self.mark is None or self.mark[0] not in shown.places:
            first = shown.points[0] if shown.points else None
            member = next((row for row in shown.rows if row.action), None)
            self.mark = (first.key, first.field) if first else (member.key, "full_name") if member else None
            self.choice = 0
        return True

    def leave_file(self) -> None:
        """Back to choosing."""
        self.phase, self.file, self.reader, self.shown, self.done = Phase.START, None, None, None, None
        self.matrix, self.matrix_rows, self.overlay, self.mark = None, (), Overlay(), None
        self.maker = GridMaker()

    # the grid

    @property
    def columns(self) -> tuple[GridColumn, ...]:
        """The columns of the grid."""
        if self.phase is Phase.MATRIX:
            return COLUMNS
        return self.shown.columns if self.shown is not None else ()

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """All rows of the file."""
        if self.phase is Phase.MATRIX:
            return self.matrix_rows
        return self.shown.rows if self.shown is not None else ()

    @property
    def counts(self) -> Mapping[str, int]:
        """Members by filter."""
        if self.phase is Phase.REGISTER and self.shown is not None:
            return self.shown.counts
        return counts_of(self.rows)

    def filtered(self) -> Sequence[GridRow]:
        """The rows the filter shows; bands only where everybody is shown."""
        wanted = _FILTERS[self.show]
        return [row for row in self.rows if wanted(row)]

    def filter_by(self, name: str) -> None:
        """Show some; asked for again, all."""
        self.show = "all" if name == self.show else name

    # the mark

    @property
    def row(self) -> GridRow | None:
        """The row under the mark."""
        if self.mark is None:
            return None
        key = self.mark[0]
        if self.phase is Phase.REGISTER and self.shown is not None:
            at = self.shown.places.get(key)
            return None if at is None else self.shown.rows[at]
        return next((row for row in self.rows if row.key == key), None)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found about the cell under the mark, the heaviest first; accepted warnings too."""
        row = self.row
        if row is None or self.mark is None:
            return ()
        if row.planned is None:
            matrix = self.matrix_row(row.key)
            return findings_at(matrix, self.mark[1]) if matrix is not None else ()
        here = [f for f in row.planned.findings if grid_field(f.field) == self.mark[1]]
        return tuple(sorted(here, key=lambda f: list(Severity).index(f.severity)))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be done about the cell under the mark."""
        row = self.row
        if row is None:
            return ()
        if row.left_out:
            return (TAKE_BACK,)
        if row.planned is None:
            return ()
        if row.key in self.overlay.held:
            return (LET_GO,)
        heaviest = self.open_finding
        return choices_of(heaviest, row.planned.row) if heaviest is not None else ()

    @property
    def open_finding(self) -> Finding | None:
        """The finding at the mark that waits for a person, None when none does."""
        return next(
            (
                f
                for f in self.findings
                if f.severity is not Severity.NOTE and not is_accepted(f, self.overlay.accepted)
            ),
            None,
        )

    def matrix_row(self, key: RowKey) -> MatrixRow | None:
        """A row of the matrix."""
        rows = self.matrix.rows if self.matrix is not None else ()
        return next((row for row in rows if (row.sheet, row.row) == key), None)

    @property
    def points(self) -> tuple[Point, ...]:
        """Everything that waits for a person, as of the last answer."""
        return self.shown.points if self.shown is not None and self.phase is Phase.REGISTER else ()

    def next_point(self) -> Point | None:
        """The next point after the mark; what was decided since the last answer is not one any more."""
        if self.shown is None:
            return None
        gone = set(
            (self.overlay.held | self.overlay.left_out)
            - (self.shown.overlay.held | self.shown.overlay.left_out)
        )
        return next_point(self.points, self._here(), self.mark, gone)

    def _here(self) -> tuple[int, int] | None:
        if self.mark is None or self.shown is None or self.mark[0] not in self.shown.places:
            return None
        names = [column.field for column in self.shown.columns]
        return self.shown.places[self.mark[0]], names.index(self.mark[1]) if self.mark[1] in names else 0

    # what a person does

    def choose(self, number: int) -> bool:
        """Mark a choice by its digit (1 is the first); whether there is such a one."""
        if not 1 <= number <= len(self.choices):
            return False
        self.choice = number - 1
        return True

    def move_to(self, key: RowKey, name: str) -> None:
        """The mark stands elsewhere: the first choice is marked again."""
        if self.mark != (key, name):
            self.mark, self.choice = (key, name), 0

    def apply(self) -> Choice | None:
        """Do what the marked choice says; gives it, None when there is nothing to choose."""
        choices = self.choices
        if not choices or self.mark is None:
            return None
        choice = choices[min(self.choice, len(choices) - 1)]
        finding = self.open_finding
        if choice.act is not Act.EDIT:
            name, code = (finding.field, finding.code) if finding is not None else ("", "")
            self.overlay = self.overlay.chosen(choice, self.mark[0], name, code)
            self.choice = 0
        return choice

    def edit_text(self) -> str | None:
        """What the editor of the cell under the mark begins with; None where nothing can be typed."""
        row = self.row
        if row is None or row.planned is None or self.mark is None:
            return None
        return edit_text(row.planned.row, self.mark[1], self.overlay.fixes)

    def type_in(self, text: str) -> bool:
        """A text was typed into the cell under the mark; whether that changes anything."""
        row, before = self.row, self.edit_text()
        if row is None or row.planned is None or self.mark is None or before is None:
            return False
        (key, name), line = self.mark, " ".join(text.split())
        if line == before and (self.open_finding is None or (*key, name) in self.overlay.fixes):
            return False
        in_file = written(row.planned.row, name)
        if line == in_file and line == before:
            return False
        if line == in_file and row.planned.row.cells.get(name) is not None:
            self.overlay = self.overlay.as_written(key, name)
            return True
        texts: dict[str, str | None] = {name: line or None}
        left = edit_text(row.planned.row, "left_on", self.overlay.fixes)
        if name == "status" and left:
            # The day was read from the same remark; it stays when the standing is typed, unless she never left.
            texts["left_on"] = None if line == STATUS_NORMAL else left
        self.overlay = self.overlay.with_cells(key, texts)
        return True

    @property
    def coming(self) -> int:
        """How many rows importing now would add or change."""
        if self.phase is Phase.MATRIX:
            return sum(not row.on_hold for row in self.matrix.rows) if self.matrix is not None else 0
        return self.counts.get("add", 0) + self.counts.get("update", 0)


_FILTERS: Final[dict[str, Callable[[GridRow], bool]]] = {
    "all": lambda _row: True,
    "add": lambda row: row.action == "add",
    "update": lambda row: row.action == "update",
    "same": lambda row: row.action == "same",
    "hold": lambda row: row.action == "hold",
    "look": lambda row: row.looked_for,
    "mended": lambda row: row.mended,
    "problems": lambda row: row.problem,
}
