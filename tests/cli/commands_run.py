"""Running a command as a person would type it, and reading what it says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.funds import TODAY
from wangfund import app


@dataclass(frozen=True)
class Said:
    """What a command said: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON object on stdout."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


class Typed:
    """A person at the command line on a day."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: object, today: date = TODAY) -> Said:
        """Type a command."""
        self._capsys.readouterr()
        code = app.main([*map(str, words), "--today", today.isoformat()])
        said = self._capsys.readouterr()
        return Said(code, said.out, said.err)

    def json(self, *words: object, today: date = TODAY, code: int = 0) -> dict[str, Any]:
        """Type a command with --json; gives its answer, having seen nothing else on stdout."""
        said = self(*words, "--json", today=today)
        assert said.code == code, said.err
        assert said.out.count("\n") == 1
        return said.json

    def refused(self, code: str, *words: object, today: date = TODAY, exit_code: int = 1) -> Said:
        """Type a command that is refused: nothing on stdout, the code and Thai on stderr, with --json too."""
        said = self(*words, "--json", today=today)
        assert (said.code, said.out) == (exit_code, "")
        assert said.err.startswith(f"[{code}] "), said.err
        assert "–" not in said.err.split("\n")[0], f"a value is missing: {said.err}"
        return said

    def misused(self, words_in_answer: str, *words: object) -> Said:
        """Type something that is no command of ours."""
        said = self(*words)
        assert (said.code, said.out) == (2, "")
        assert said.err.startswith("คำสั่งไม่ถูกต้อง: ")
        assert words_in_answer in said.err, said.err
        assert len(said.err) < 2000
        return said


def copy_of(content: bytes, folder: Path, name: str = "fund.wangfund") -> Path:
    """A fund file of one's own."""
    path = folder / name
    path.write_bytes(content)
    return path
