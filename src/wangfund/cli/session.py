"""What every command is given: the clock, the way to a fund's file, and where progress is shown."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from wangfund.domain.clock import Clock
from wangfund.domain.errors import FundError, Refused

if TYPE_CHECKING:
    from wangfund.store.books import Books

_MOST_TEXT = 12_000_000


class CannotOpen(Exception):
    """A file that was named could not be opened; `reason` says why."""

    def __init__(self, reason: FundError) -> None:
        super().__init__(reason.code)
        self.reason = reason


class Session:
    """One run of one command. `path` is the fund's file once it was opened."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.path: Path | None = None
        self._shown = False

    @contextmanager
    def reading(self, path: Path) -> Iterator[Books]:
        """A fund open for reading, beside whoever has it open.

        Raises:
            CannotOpen: what the file or the disk says.
        """
        from wangfund.store.fund_file import open_for_reading

        with opening():
            books = open_for_reading(path, self.clock)
        self.path = path
        with books:
            yield books

    @contextmanager
    def writing(self, path: Path) -> Iterator[Books]:
        """A fund open for an act.

        Raises:
            CannotOpen: what the file or the disk says.
        """
        from wangfund.store.fund_file import open_fund

        with opening():
            books = open_fund(path, self.clock)
        self.path = path
        with books:
            yield books

    def progress(self, words: str, done: int, total: int) -> None:
        """Show how far long work has come, on a terminal only."""
        if sys.stderr.isatty():
            self._shown = True
            print(f"\r{words} {done:,} จาก {total:,}", end="", file=sys.stderr, flush=True)

    def done(self) -> None:
        """Leave the line of progress."""
        if self._shown:
            self._shown = False
            print(file=sys.stderr)


@contextmanager
def opening() -> Iterator[None]:
    """What the store refuses in here is a file that could not be opened.

    Raises:
        CannotOpen: instead of StoreError.
    """
    from wangfund.store.errors import StoreError

    try:
        yield
    except StoreError as error:
        raise CannotOpen(error) from error


@contextmanager
def output(path: Path) -> Iterator[Path]:
    """What is written to a paper's path; makes its folder.

    Raises:
        Refused: OUTPUT_NOT_WRITTEN.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield path
    except OSError as error:
        raise Refused("OUTPUT_NOT_WRITTEN", {"path": str(path)}) from error


def text_of(path: Path) -> str:
    """The text of a file a person wrote, UTF-8 with or without mark. Reads only.

    Raises:
        CannotOpen: INPUT_MISSING, INPUT_UNREADABLE, INPUT_TOO_BIG.
    """
    values = {"path": str(path)}
    try:
        if path.stat().st_size > _MOST_TEXT:
            raise CannotOpen(Refused("INPUT_TOO_BIG", values))
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise CannotOpen(Refused("INPUT_MISSING", values)) from error
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise CannotOpen(Refused("INPUT_UNREADABLE", values)) from error
