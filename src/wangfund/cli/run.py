"""Running one command: read what was typed, do it, answer, and say in Thai what went wrong."""

from __future__ import annotations

import difflib
import gc
import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final, cast

from wangfund.cli.answer import DONE, PROBLEMS, WRONG, Answer
from wangfund.cli.commands import COMMANDS, Command, overview
from wangfund.cli.parser import CommandParser, WrongUsage
from wangfund.cli.session import CannotOpen, Session
from wangfund.domain.clock import Clock, FixedClock
from wangfund.domain.errors import FundError

_NOON_IN_THAILAND: Final = time(5)
_EVERYWHERE: Final = ("--today",)

Options = Callable[[CommandParser], None]
Act = Callable[[Namespace, Session], Answer]


@dataclass(slots=True)
class Run:
    """What became of a run: its exit code, and the fund file it was working on, for the last words of a crash."""

    code: int = DONE
    path: Path | None = None


def run(arguments: Sequence[str], clock: Clock, state: Run | None = None) -> int:
    """Run a command line; answers on stdout, refuses on stderr. Gives the exit code 0, 1 or 2.

    Anything but a refusal rises: it is our own mistake.
    """
    kept = state or Run()
    kept.code = _run(list(arguments), clock, kept)
    return kept.code


def clock_on(day: date) -> FixedClock:
    """A clock that stands at noon in Thailand on a day."""
    return FixedClock(day, datetime.combine(day, _NOON_IN_THAILAND, UTC))


def _run(arguments: list[str], clock: Clock, kept: Run) -> int:
    try:
        name, rest = _name_first(arguments)
        if name in {"", "-h", "--help"}:
            print(overview())
            return DONE
        if name == "--version":
            print(_version())
            return DONE
        command = COMMANDS.get(name)
        if command is None:
            raise WrongUsage(_unknown(name), "wangfund คำสั่ง ไฟล์.wangfund [ตัวเลือก]")
        return _do(name, command, rest, clock, kept)
    except WrongUsage as error:
        print(f"คำสั่งไม่ถูกต้อง: {error.words}\n{error.usage}".rstrip(), file=sys.stderr)
        return WRONG
    except CannotOpen as error:
        _say(error.reason)
        return WRONG
    except FundError as error:
        _say(error)
        return PROBLEMS


def _do(name: str, command: Command, rest: list[str], clock: Clock, kept: Run) -> int:
    if {"-h", "--help"} & set(rest):
        print(_parser(name, command).format_help().rstrip())
        return DONE
    told, answer = _answer(name, command, rest, clock, kept)
    words = answer.json if told.json else "\n".join(answer.lines)
    if words:
        print(words)
    for line in answer.complaints:
        print(line, file=sys.stderr)
    return answer.code


def answer_of(arguments: Sequence[str], clock: Clock) -> Answer:
    """Run a command line for its answer; prints nothing and lets refusals rise."""
    name, rest = _name_first(list(arguments))
    return _answer(name, COMMANDS[name], rest, clock, Run())[1]


def _answer(
    name: str, command: Command, rest: list[str], clock: Clock, kept: Run
) -> tuple[Namespace, Answer]:
    told = _parser(name, command).parse_args(rest)
    if not gc.isenabled():
        # Whoever started us held the collector still while we loaded; what was loaded stays for good.
        gc.freeze()
        gc.enable()
    session = Session(_clock(told.today, clock))
    try:
        return told, cast("Act", getattr(_module(command), command.function))(told, session)
    finally:
        kept.path = session.path
        session.done()


def _parser(name: str, command: Command) -> CommandParser:
    parser = CommandParser(name, command.does)
    cast("Options", getattr(_module(command), f"{command.function}_options"))(parser)
    parser.add_everywhere()
    return parser


def _module(command: Command) -> ModuleType:
    return import_module(f"wangfund.cli.{command.module}")


def _clock(today: str | None, clock: Clock) -> Clock:
    if today is None:
        return clock
    from wangfund.cli.values import day

    try:
        return clock_on(day(today))
    except ArgumentTypeError as error:
        raise WrongUsage(f"--today: {error}") from error


def _name_first(arguments: list[str]) -> tuple[str, list[str]]:
    """The command's name, and everything else; options for every command may stand before it."""
    before: list[str] = []
    left = list(arguments)
    while left and (left[0] == "--json" or left[0].split("=")[0] in _EVERYWHERE):
        before.append(left.pop(0))
        if before[-1] in _EVERYWHERE and left:
            before.append(left.pop(0))
    return (left[0], [*left[1:], *before]) if left else ("", before)


def _unknown(name: str) -> str:
    shown = name if len(name) <= 60 else name[:59] + "…"
    if Path(name).suffix == ".wangfund":
        return f"เครื่องนี้ไม่มีจอให้เปิดหน้าต่าง ดูข้อมูลของไฟล์ด้วย wangfund info {shown}"
    near = difflib.get_close_matches(name[:60], COMMANDS, n=1)
    hint = f" หมายถึง {near[0]} หรือไม่" if near else " ดูคำสั่งทั้งหมดด้วย wangfund --help"
    return f"ไม่รู้จักคำสั่ง «{shown}»{hint}"


def _say(error: FundError) -> None:
    from wangfund.text.messages import lines_of_error

    first, *more = lines_of_error(error)
    print("\n".join([f"[{error.code}] {first}", *(f"  {line}" for line in more)]), file=sys.stderr)


def _version() -> str:
    from importlib.metadata import version

    return f"wangfund {version('wangfund')}"
