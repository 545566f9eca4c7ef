"""A person at the command line, and small funds to work on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands_run import Typed, copy_of
from tests.funds import busy_bytes, young_bytes


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Typed:
    """A person who types."""
    return Typed(capsys)


@pytest.fixture
def young(tmp_path: Path) -> Path:
    """25 members in three villages, one of whom owes October; November 2026 open."""
    return copy_of(young_bytes(), tmp_path)


@pytest.fixture
def busy(tmp_path: Path) -> Path:
    """A fund with everything in it; November 2026 closed, December drafted."""
    return copy_of(busy_bytes(), tmp_path, "busy.wangfund")
