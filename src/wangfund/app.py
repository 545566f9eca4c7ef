"""The program itself: the one place that asks the machine for the day, and has the last word when it breaks."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import Final

from wangfund.cli.run import Run, run

_BANGKOK: Final = timezone(timedelta(hours=7))
_LOG: Final = "problems.log"
_MOST_LOG: Final = 1_000_000


class SystemClock:
    """The machine's clock; the day is Thailand's, wherever the machine thinks it is."""

    def today(self) -> date:
        """The civil day in Thailand."""
        return datetime.now(_BANGKOK).date()

    def now(self) -> datetime:
        """The instant in UTC."""
        return datetime.now(UTC)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program on a command line (None: the process's own) and give its exit code, 0, 1 or 2.

    As a process of its own it also speaks UTF-8 whatever the system says, and turns a bug into words.
    """
    state = Run()
    if argv is not None:
        return run(argv, SystemClock(), state)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.excepthook = lambda kind, error, at: last_words(kind, error, at, state)
    # Loading makes some 100,000 lasting objects; walking them again and again cost a tenth of the start-up.
    gc.disable()
    arguments = sys.argv[1:]
    if arguments == ["--smoke"]:
        from wangfund.cli.smoke import smoke

        return smoke(SystemClock())
    if asks_for_window(arguments):
        from wangfund.ui.start import open_window

        return open_window(Path(arguments[0]) if arguments else None, SystemClock())
    try:
        return run(arguments, SystemClock(), state)
    except BrokenPipeError:
        # Whoever read our answer (head, more) has seen enough.
        sys.stderr.close()
        return state.code


def asks_for_window(arguments: Sequence[str]) -> bool:
    """Whether a command line is no command but a fund's file, or nothing, and there is a display to show it on."""
    alone = not arguments or (len(arguments) == 1 and arguments[0].lower().endswith(".wangfund"))
    return alone and (
        sys.platform in {"win32", "darwin"}
        or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    )


def last_words(kind: type[BaseException], error: BaseException, at: TracebackType | None, state: Run) -> None:
    """Log a bug without names or numbers of people, and tell the person whether the data is safe."""
    if issubclass(kind, KeyboardInterrupt):
        print("\nหยุดแล้ว รายการที่ยังทำไม่เสร็จไม่ถูกบันทึก", file=sys.stderr)
        return
    kept = _log(kind, error, at)
    print("[BUG] โปรแกรมขัดข้อง รายการที่กำลังทำไม่ถูกบันทึก", file=sys.stderr)
    if state.path is not None and _still_whole(state.path):
        print("  ข้อมูลที่บันทึกแล้วยังอยู่ครบ", file=sys.stderr)
    where = f"เหตุขัดข้องจดไว้ที่ {kept} (ไม่มีชื่อหรือเลขของสมาชิก) " if kept else ""
    print(f"  {where}โปรดแจ้งผู้ดูแลโปรแกรม", file=sys.stderr)


def _log(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> Path | None:
    """Where it broke: files, lines and the kind of error, never its message, which may hold a person's data."""
    from platformdirs import user_log_path

    chain: list[str] = []
    link: BaseException | None = error
    while link is not None and len(chain) < 5:
        frames = traceback.extract_tb(at if link is error else link.__traceback__)
        chain.append(type(link).__name__)
        chain += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        link = link.__cause__ or link.__context__
    try:
        path = user_log_path("wangfund", appauthor=False, ensure_exists=True) / _LOG
        if path.exists() and path.stat().st_size > _MOST_LOG:
            path.replace(path.with_suffix(".old"))
        with path.open("a", encoding="utf-8") as log:
            log.write("\n".join([f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {kind.__name__}", *chain, ""]))
    except OSError:
        return None
    return path


def _still_whole(path: Path) -> bool:
    """Whether the fund opens again and verifies."""
    from wangfund.domain.errors import FundError
    from wangfund.store.fund_file import open_for_reading
    from wangfund.usecases.verify_fund import verify_fund

    try:
        with open_for_reading(path, SystemClock()) as books:
            return not verify_fund(books).problems
    except FundError:
        return False
