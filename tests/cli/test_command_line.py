"""What holds for every command: help, misuse, dates of either era, hostile input, and the process itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.cli.commands_run import Typed
from wangfund import app
from wangfund.cli.commands import COMMANDS

PROGRAM = [sys.executable, "-m", "wangfund"]


def as_process(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *map(str, words)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"]])
def test_program_alone_lists_every_command_in_thai(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.main(words) == 0
    said = capsys.readouterr().out
    for name, command in COMMANDS.items():
        assert f"  {name} " in said
        assert command.does in said


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_of_each_command_is_thai(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"วิธีใช้: wangfund {name} ")
    for english in ("usage", "options:", "positional", "show this", "default"):
        assert english not in said
    assert "--json" in said
    assert "--today" in said


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_command_without_its_file_is_wrong_usage(name: str, typed: Typed) -> None:
    typed.misused("วิธีใช้: wangfund", name)


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("wangfund 0")


def test_unknown_command_suggests_the_near_one(typed: Typed) -> None:
    typed.misused("หมายถึง verify", "verfy", "x.wangfund")
    typed.misused("ไม่รู้จักคำสั่ง", "ก" * 10_000)
    typed.misused("ไม่มีจอให้เปิดหน้าต่าง ดูข้อมูลของไฟล์ด้วย wangfund info", "x.wangfund")


def test_help_says_how_the_window_is_opened(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert "เปิดหน้าต่าง" in said
    assert "ยังไม่มีหน้าจอ" not in said


def test_today_and_json_may_stand_before_the_command(young: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["--today", "2569-11-20", "--json", "info", str(young)]) == 0
    assert json.loads(capsys.readouterr().out)["members"]["current"] == 25


@pytest.mark.parametrize(
    ("typed_day", "paid_on"),
    [
        ("2569-11-05", date(2026, 11, 5)),
        ("2026-11-05", date(2026, 11, 5)),
        ("5/11/2569", date(2026, 11, 5)),
        ("๕ พ.ย. ๒๕๖๙", date(2026, 11, 5)),
        ("5-11-2026", date(2026, 11, 5)),
    ],
)
def test_days_of_either_era_are_the_same_day(
    typed: Typed, young: Path, tmp_path: Path, typed_day: str, paid_on: date
) -> None:
    typed.json("pay", young, "--member", "0001", "--amount", "30", "--date", typed_day)
    typed.json("ledger", young, "--out", tmp_path / "l.journal")
    assert f"\n{paid_on.isoformat()} (2)" in (tmp_path / "l.journal").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--date", "31/4/2569", "DATE_NO_SUCH_DAY"),
        ("--date", "2483-02-01", "DATE_NEVER_EXISTED"),
        ("--date", "2300-01-01", "DATE_YEAR_UNCLEAR"),
        ("--date", "yesterday", "DATE_UNREADABLE"),
        ("--date", "", "DATE_EMPTY"),
        ("--date", "9" * 10_000, "DATE_UNREADABLE"),
        ("--amount", "abc", "AMOUNT_UNREADABLE"),
        ("--amount", "", "AMOUNT_EMPTY"),
        ("--amount", "1.234", "AMOUNT_TOO_FINE"),
        ("--amount", "9" * 10_000, "AMOUNT_TOO_LARGE"),
        ("--amount", "1e5", "AMOUNT_UNREADABLE"),
        ("--amount", "NaN", "AMOUNT_UNREADABLE"),
        ("--amount", "三十", "AMOUNT_UNREADABLE"),
        ("--colour", "red", "ไม่รู้จัก --colour"),
    ],
)
def test_what_cannot_be_understood_is_wrong_usage(
    typed: Typed, young: Path, option: str, value: str, words: str
) -> None:
    given = {"--amount": "30", "--date": "2569-11-05", option: value}
    before = young.read_bytes()
    typed.misused(words, "pay", young, "--member", "0001", *[word for pair in given.items() for word in pair])
    assert young.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("collect", "FILE", "--period", "2569-13", "--village", "1", "--pay", "due"),
        ("collect", "FILE", "--period", "11/69", "--village", "1", "--pay", "due"),
        ("collect", "FILE", "--period", "2569-11", "--village", "x", "--pay", "due"),
        ("collect", "FILE", "--period", "2569-11", "--village", "1", "--pay", "all"),
        ("collect", "FILE", "--period", "2569-11", "--village", "1"),
        ("collect", "FILE", "--period", "2569-11", "--village", "all", "--pay", "due", "--counted-cash", "1"),
        ("collect", "FILE", "--period", "2569-11", "--village", "1", "--pay", "due", "--pays", "0001"),
        ("close", "FILE", "--period", "2569-11", "--counted-cash", "1", "--bank", "=5"),
        ("reverse", "FILE", "0", "--reason", "x"),
        ("reverse", "FILE", "-1", "--reason", "x"),
        ("reverse", "FILE", "1" * 5000, "--reason", "x"),
        ("pay", "FILE", "--member"),
        ("info", "FILE", "another"),
        ("info", "FILE", "--json=yes"),
        ("info", "FILE", "--today", "31/2/2569"),
        ("paper", "FILE", "poem", "--out", "x.pdf"),
        ("paper", "FILE", "receipt", "--out", "x.pdf"),
        ("paper", "FILE", "sheet", "--village", "1", "--out", "x.pdf"),
        ("rulebook", "praise", "FILE"),
        ("demo", "FILE", "--members", "many"),
    ],
)
def test_misuse_never_reaches_the_file(
    young: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    before = young.read_bytes()
    assert app.main([str(young) if word == "FILE" else word for word in words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("คำสั่งไม่ถูกต้อง: ")
    for english in ("argument", "required", "invalid", "expected", "unrecognized"):
        assert english not in said.err
    assert young.read_bytes() == before


def test_long_and_strange_texts_are_kept_or_refused_whole(typed: Typed, young: Path) -> None:
    name = "ก" * 10_000
    said = typed(
        "receive", young, "--account", "4200", "--amount", "1", "--to", "cash", "--who", name, "--json"
    )
    assert said.code in {0, 1}
    for text in ("'; DROP TABLE entry; --", "\u202eกลับ", "a\x00b", "🙏" * 50, "\n\n"):
        said = typed("reverse", young, "1", "--reason", text, "--json")
        assert said.code in {0, 1}
    assert typed.json("verify", young)["ok"] is True


def test_process_speaks_utf8_whatever_the_system_says(young: Path) -> None:
    done = as_process(
        "info", young, "--today", "2569-11-20", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert done.returncode == 0
    assert "กองทุนสวัสดิการชุมชนตำบลทดสอบ" in done.stdout.decode()
    assert done.stderr == b""


def test_process_exit_codes_are_told(young: Path, tmp_path: Path) -> None:
    assert (
        as_process("pay", young, "--member", "zz", "--amount", "30", "--today", "2569-11-20").returncode == 1
    )
    assert as_process("info", tmp_path / "none.wangfund").returncode == 2
    assert as_process("nonsense").returncode == 2


def test_process_that_breaks_says_whether_the_data_is_safe(young: Path, tmp_path: Path) -> None:
    script = (
        "import sys; sys.argv = ['wangfund', 'info', sys.argv[1]]\n"
        "from wangfund import app\nimport wangfund.cli.info as page\n"
        "def broken(books): raise KeyError('นางสมศรี 1234567890123')\n"
        "page.fund_info = broken\napp.main()\n"
    )
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script, str(young)], capture_output=True, check=False, env=environment
    )
    said = done.stderr.decode()
    assert done.returncode == 1
    assert said.startswith("[BUG]")
    assert "ข้อมูลที่บันทึกแล้วยังอยู่ครบ" in said
    (log,) = tmp_path.rglob("problems.log")
    kept = log.read_text(encoding="utf-8")
    assert "KeyError" in kept
    assert "broken" in kept
    assert "สมศรี" not in kept
    assert "1234567890123" not in kept


def test_broken_process_on_a_changed_file_does_not_call_it_safe(young: Path, tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(young)) as raw:
        raw.execute("UPDATE setting SET value = 'x' WHERE key = 'phone'")
        raw.commit()
    script = (
        "import sys; sys.argv = ['wangfund', 'info', sys.argv[1]]\n"
        "from wangfund import app\nimport wangfund.cli.info as page\n"
        "def broken(books): raise ZeroDivisionError\npage.fund_info = broken\napp.main()\n"
    )
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script, str(young)], capture_output=True, check=False, env=environment
    )
    assert "ยังอยู่ครบ" not in done.stderr.decode()


def test_reader_that_stops_reading_is_no_error(young: Path) -> None:
    command = f'"{sys.executable}" -m wangfund --help | head -1'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert done.stderr == b""


def test_loading_a_command_brings_no_pages_and_no_window(young: Path) -> None:
    script = (
        "import sys; from wangfund import app\n"
        f"app.main(['info', {str(young)!r}, '--json', '--today', '2569-11-20'])\n"
        "heavy = ('alembic', 'reportlab', 'openpyxl', 'python_calamine', 'segno', 'nlpo3', 'pypdfium2', 'PySide6')\n"
        "print([n for n in heavy if n in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_overview_loads_nothing_of_the_store() -> None:
    script = (
        "import sys; from wangfund import app\napp.main(['--help'])\n"
        "print([n for n in ('sqlalchemy', 'wangfund.store', 'wangfund.usecases') if n in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
