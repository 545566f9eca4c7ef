"""A village's sheet being keyed: what each key means, what stands on every line, and the sums. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Final

from wangfund.domain.dues.allocation import Allocation, allocate
from wangfund.domain.dues.round_clues import RoundLine
from wangfund.domain.errors import Finding, Refused
from wangfund.domain.papers.collection_sheet import SheetRow
from wangfund.thai.digits import to_arabic
from wangfund.ui.widgets.typed import typed_money
from wangfund.usecases.round_view import RoundView

_DIGITS: Final = frozenset("0123456789.,")
_LONGEST: Final = 12
MINUSES: Final = frozenset("-−–")


class Effect(Enum):
    """What a key did: nothing, changed the line, moved to another, left the last line, asked to count the cash."""

    NOTHING = auto()
    CHANGED = auto()
    MOVED = auto()
    FINISHED = auto()
    COUNT = auto()


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line of the sheet: its number as printed, and the member."""

    no: int
    row: SheetRow


@dataclass(slots=True)
class SheetEntry:
    """Keys go to `press`, `enter`, `move`; `paid` is what was written, satang by member id.

    `due_then` is what was due when it was written: when that changes the line must be looked at again.
    """

    view: RoundView
    again: bool = False
    paid: dict[int, int] = field(default_factory=dict)
    due_then: dict[int, int] = field(default_factory=dict)
    at: int = 0
    typed: str = ""
    jumping: bool = False
    ahead: int = 0
    wrong: Finding | None = None
    lines: tuple[SheetLine, ...] = ()

    def __post_init__(self) -> None:
        """Lay out the lines."""
        self._lay_out()

    @property
    def line(self) -> SheetLine | None:
        """The line under the mark."""
        return self.lines[self.at] if self.lines else None

    @property
    def proposed_satang(self) -> int | None:
        """What Enter would write now; None: what is typed is no amount, or there is nobody."""
        if self.line is None or self.jumping:
            return None
        row = self.line.row
        if self.typed:
            return typed_money(self.typed).value
        if self.ahead:
            return row.total_satang + self.ahead * self.view.contribution.month_price_satang
        return self.paid.get(row.member_id, row.total_satang)

    def press(self, letter: str) -> Effect:
        """A letter of the keypad (or of any keyboard); what is no part of an amount is pointed out."""
        letter = to_arabic(letter)
        if self.line is None:
            return Effect.NOTHING
        if letter == "*":
            return Effect.COUNT
        if letter == "/":
            self._clear()
            self.jumping = True
            return Effect.CHANGED
        if letter == "+" and not self.jumping:
            return self._pay_ahead()
        if letter in MINUSES and not self.typed and not self.jumping:
            self._clear()
            return self._write(0)
        if letter in _DIGITS and not (self.jumping and not letter.isdigit()):
            self.ahead = 0
            self.wrong = None
            if len(self.typed) < _LONGEST:
                self.typed += letter
            else:
                # A digit that is not taken is said: what stands there is not what was pressed.
                self.wrong = self._no_such_line() if self.jumping else typed_money("9" * _LONGEST).finding
            return Effect.CHANGED
        self.wrong = Finding("NUMBER_UNREADABLE" if self.jumping else "AMOUNT_UNREADABLE", "amount")
        return Effect.CHANGED

    def rub_out(self) -> Effect:
        """Backspace: the last digit, else what was written on the line."""
        self.wrong = None
        if self.typed:
            self.typed = self.typed[:-1]
        elif self.jumping or self.ahead:
            self._clear()
        elif self.line is not None and self.paid.pop(self.line.row.member_id, None) is None:
            return Effect.NOTHING
        return Effect.CHANGED

    def give_up(self) -> bool:
        """Esc: what is typed and not entered goes; whether there was something."""
        had = bool(self.typed or self.jumping or self.ahead or self.wrong)
        self._clear()
        return had

    def enter(self) -> Effect:
        """Enter: write what is typed, else what is due (or what was written before), and go on."""
        line = self.line
        if line is None:
            return Effect.FINISHED
        if self.jumping:
            return self._jump()
        if self.typed:
            typed = typed_money(self.typed, required=True)
            if typed.value is None:
                self.wrong = typed.finding
                return Effect.CHANGED
            return self._write(typed.value)
        amount = self.proposed_satang
        return self._write(0 if amount is None or not line.row.coverage_known else amount)

    def move(self, lines: int) -> Effect:
        """An arrow: what is typed and not entered is given up."""
        return self.go_to(min(max(self.at + lines, 0), len(self.lines) - 1))

    def go_to(self, at: int) -> Effect:
        """The mark goes to a line by its place."""
        self._clear()
        if not 0 <= at < len(self.lines):
            return Effect.NOTHING
        self.at = at
        return Effect.MOVED

    def everybody_pays(self) -> int:
        """Write what is due on every line that has nothing written yet; gives how many lines that were."""
        self._clear()
        blank = self.blank
        for line in blank:
            self._keep(line.row, line.row.total_satang)
        return len(blank)

    def lay(self, line: SheetLine, amount_satang: int) -> Allocation:
        """What an amount covers, as posting it will lay it.

        Raises:
            Refused: COVERAGE_UNKNOWN, and what an amount is refused for.
        """
        if not line.row.coverage_known:
            raise Refused("COVERAGE_UNKNOWN", {"member_no": line.row.member_no, "name": line.row.name})
        standing = self.view.standings[line.row.member_id]
        return allocate(
            amount_satang,
            standing.start,
            standing.covered,
            self.view.contribution,
            credit_satang=standing.credit_satang,
        )

    @property
    def blank(self) -> list[SheetLine]:
        """Lines that ask for money and have nothing written."""
        return [
            line for line in self.lines if line.row.total_satang > 0 and line.row.member_id not in self.paid
        ]

    @property
    def unpaid(self) -> list[SheetLine]:
        """Lines that ask for money and are written as not paying."""
        return [
            line
            for line in self.lines
            if line.row.total_satang > 0 and self.paid.get(line.row.member_id) == 0
        ]

    @property
    def unknown(self) -> list[SheetLine]:
        """Members of whom nobody knows through when they have paid: no money is taken from them here."""
        return [line for line in self.lines if not line.row.coverage_known]

    @property
    def payers(self) -> int:
        """How many are written as paying."""
        return sum(1 for amount in self.paid.values() if amount)

    @property
    def due_satang(self) -> int:
        """What all lines ask."""
        return sum(line.row.total_satang for line in self.lines)

    @property
    def recorded_satang(self) -> int:
        """What is written as paid."""
        return sum(self.paid.values())

    @property
    def as_lines(self) -> list[RoundLine]:
        """The lines as whoever looks for a difference wants them."""
        return [
            RoundLine(line.no, line.row.total_satang, self.paid.get(line.row.member_id, 0))
            for line in self.lines
        ]

    def renew(self, view: RoundView) -> list[SheetLine]:
        """The sheet was read again: what was written stays where what is due is the same; gives the other lines."""
        before = self.line.row.member_id if self.line is not None else None
        self.view = view
        self._clear()
        self._lay_out()
        places = {line.row.member_id: at for at, line in enumerate(self.lines)}
        self.at = places.get(before, 0) if before is not None else 0
        return self._keep_only({line.row.member_id: line for line in self.lines})

    def draft(self) -> dict[str, Any]:
        """What was written, as JSON can hold it."""
        return {
            "at": self.at,
            "again": self.again,
            "paid": {str(m): [satang, self.due_then[m]] for m, satang in self.paid.items()},
        }

    def fill(self, draft: Mapping[str, Any]) -> list[SheetLine]:
        """Take back a draft; gives the lines whose due has changed since. What is no draft is let be."""
        told = draft.get("paid")
        for key, pair in told.items() if isinstance(told, dict) else ():
            if key.isdecimal() and isinstance(pair, list) and len(pair) == 2 and all(map(_satang, pair)):
                self.paid[int(key)], self.due_then[int(key)] = pair
        at = draft.get("at")
        self.at = at if isinstance(at, int) and 0 <= at < len(self.lines) else 0
        return self._keep_only({line.row.member_id: line for line in self.lines})

    def _keep_only(self, lines: Mapping[int, SheetLine]) -> list[SheetLine]:
        """Forget what was written of people who are not on the sheet, or of whom another amount is due now."""
        gone: list[SheetLine] = []
        for member in list(self.paid):
            line = lines.get(member)
            if line is None or line.row.total_satang != self.due_then[member] or not line.row.coverage_known:
                del self.paid[member], self.due_then[member]
                if line is not None:
                    gone.append(line)
        return gone

    def _lay_out(self) -> None:
        numbered = (SheetLine(no, row) for no, row in enumerate(self.view.sheet.rows, 1))
        # Whoever pays late is looked for among those who still owe.
        self.lines = tuple(line for line in numbered if not self.again or line.row.total_satang > 0)
        self.at = min(self.at, max(len(self.lines) - 1, 0))

    def _pay_ahead(self) -> Effect:
        line = self.line
        assert line is not None
        if not line.row.coverage_known:
            self.wrong = _unknown(line)
            return Effect.CHANGED
        self.typed, self.wrong = "", None
        self.ahead += 1
        try:
            self.lay(line, self.proposed_satang or 0)
        except Refused as error:
            self.ahead -= 1
            self.wrong = Finding(error.code, "amount", values=error.values)
        return Effect.CHANGED

    def _jump(self) -> Effect:
        wanted = int(self.typed) if self.typed.isdecimal() else 0
        at = next((at for at, line in enumerate(self.lines) if line.no == wanted), None)
        if at is None:
            self.wrong = self._no_such_line()
            self.typed = ""
            return Effect.CHANGED
        return self.go_to(at)

    def _no_such_line(self) -> Finding:
        last = self.lines[-1].no if self.lines else 0
        return Finding("NUMBER_OUT_OF_RANGE", "number", values={"low": 1, "high": last})

    def _write(self, amount: int) -> Effect:
        line = self.line
        assert line is not None
        if amount:
            try:
                self.lay(line, amount)
            except Refused as error:
                self.wrong = Finding(error.code, "amount", values=error.values)
                return Effect.CHANGED
        if line.row.coverage_known:
            self._keep(line.row, amount)
        self._clear()
        if self.at == len(self.lines) - 1:
            return Effect.FINISHED
        self.at += 1
        return Effect.MOVED

    def _keep(self, row: SheetRow, amount: int) -> None:
        self.paid[row.member_id], self.due_then[row.member_id] = amount, row.total_satang

    def _clear(self) -> None:
        self.typed, self.jumping, self.ahead, self.wrong = "", False, 0, None


def numbers_of(lines: Sequence[SheetLine], most: int = 6) -> str:
    """Some lines by their numbers: '12, 17, 19 …'."""
    shown = ", ".join(str(line.no) for line in lines[:most])
    return shown + (" …" if len(lines) > most else "")


def _unknown(line: SheetLine) -> Finding:
    return Finding(
        "COVERAGE_UNKNOWN", "amount", values={"member_no": line.row.member_no, "name": line.row.name}
    )


def _satang(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
