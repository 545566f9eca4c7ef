"""Bundled files are found in a checkout, a wheel and a frozen program."""

import sys
from pathlib import Path

import pytest

from wangfund import paths


def test_bundled_in_a_checkout_is_the_folder_at_its_root() -> None:
    root = Path(__file__).resolve().parent.parent
    assert paths.bundled("migrations") == root / "migrations"
    assert paths.bundled("resources/fonts/pdf/Sarabun-Regular.ttf").read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_bundled_in_a_wheel_is_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_resources" / "words").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.bundled("resources/words") == tmp_path / "_resources" / "words"


def test_bundled_in_a_frozen_program_is_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "migrations").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.bundled("migrations") == tmp_path / "migrations"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "src",
        "/etc/passwd",
        "resources/../src",
        "resources//words",
        "resources/",
        "../resources",
        "Resources",
    ],
)
def test_bundled_with_a_name_that_climbs_out_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        paths.bundled(name)


def test_bundled_when_the_file_is_gone_says_so() -> None:
    with pytest.raises(FileNotFoundError):
        paths.bundled("resources/fonts/none.ttf")
