"""`new` and `opening`: a fund from its profile, and its balances brought forward."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands_run import Typed


@pytest.fixture
def profile(data: Path) -> Path:
    return data / "profile.toml"


def test_new_makes_a_fund_that_info_and_verify_understand(
    typed: Typed, profile: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.wangfund"
    assert typed.json("new", file, "--profile", profile) == {"file": str(file)}
    found = typed.json("info", file)
    assert found["fund"]["name"] == "กองทุนสวัสดิการชุมชนตำบลทดสอบ"
    assert found["fund"]["founded_on"] == "2010-01-01"
    assert found["periods"] == {"open": "2026-10", "last_closed": None}
    assert found["fingerprint"] is None
    assert typed.json("verify", file)["ok"] is True


def test_new_on_an_existing_file_is_refused_and_leaves_it(
    typed: Typed, profile: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.wangfund"
    file.write_bytes(b"precious")
    typed.refused("FILE_EXISTS", "new", file, "--profile", profile)
    assert file.read_bytes() == b"precious"


def test_new_with_a_faulty_profile_names_every_fault_and_its_line(typed: Typed, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(
        'name = "ก"\nbooks_from = "2569-13"\ncolour = 1\n[[villages]]\nmoo = "x"\n', encoding="utf-8"
    )
    said = typed.refused("PROFILE_INVALID", "new", tmp_path / "a.wangfund", "--profile", bad)
    for word in ("tambon", "books_from", "colour", "villages[0].moo", "บรรทัด 2", "เดือน เช่น 2569-10"):
        assert word in said.err
    assert not (tmp_path / "a.wangfund").exists()


def test_new_without_its_profile_cannot_open_it(typed: Typed, tmp_path: Path) -> None:
    file = tmp_path / "a.wangfund"
    typed.refused("INPUT_MISSING", "new", file, "--profile", tmp_path / "none.toml", exit_code=2)
    typed.refused("INPUT_UNREADABLE", "new", file, "--profile", tmp_path, exit_code=2)
    thai = tmp_path / "old.toml"
    thai.write_bytes("name = 'ก'".encode("cp874"))
    typed.refused("INPUT_UNREADABLE", "new", file, "--profile", thai, exit_code=2)


def test_new_where_no_folder_is_cannot_open(typed: Typed, profile: Path, tmp_path: Path) -> None:
    typed.refused("FILE_NOT_FOUND", "new", tmp_path / "no" / "a.wangfund", "--profile", profile, exit_code=2)


def test_new_with_a_rulebook_beside_its_profile_finds_it(typed: Typed, profile: Path, tmp_path: Path) -> None:
    from wangfund.paths import bundled

    rules = (bundled("resources/rulebooks") / "nasuk.toml").read_text(encoding="utf-8")
    (tmp_path / "own.toml").write_text(rules, encoding="utf-8")
    text = profile.read_text(encoding="utf-8").replace('"nasuk"', '"own.toml"')
    (tmp_path / "p.toml").write_text(text, encoding="utf-8-sig")
    assert typed("new", tmp_path / "a.wangfund", "--profile", tmp_path / "p.toml").code == 0


def test_new_with_an_unknown_rulebook_is_refused(typed: Typed, profile: Path, tmp_path: Path) -> None:
    text = profile.read_text(encoding="utf-8").replace('"nasuk"', '"nothing"')
    (tmp_path / "p.toml").write_text(text, encoding="utf-8")
    typed.refused("RULEBOOK_NOT_FOUND", "new", tmp_path / "a.wangfund", "--profile", tmp_path / "p.toml")


def test_opening_posts_balances_and_names_the_difference(
    typed: Typed, profile: Path, data: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.wangfund"
    typed("new", file, "--profile", profile)
    found = typed.json("opening", file, data / "opening.toml")
    assert found == {"entry": 1, "difference_satang": 200050}
    balances = typed.json("info", file)["balances_satang"]
    assert balances == {"cash": 200000, "bank": 20000050, "total": 20200050, "other": 0}
    typed.refused("OPENING_TWICE", "opening", file, data / "opening.toml")


def test_opening_with_a_faulty_file_changes_nothing(typed: Typed, profile: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.wangfund"
    typed("new", file, "--profile", profile)
    before = file.read_bytes()
    bad = tmp_path / "o.toml"
    bad.write_text('cash = "1.234"\n[[sources]]\naccount = "3100"\n', encoding="utf-8")
    said = typed.refused("OPENING_INVALID", "opening", file, bad)
    assert "cash" in said.err
    assert "sources[0].amount" in said.err
    bad.write_text('[banks]\n"ธนาคารอื่น" = 1\n', encoding="utf-8")
    typed.refused("PLACE_UNKNOWN", "opening", file, bad)
    bad.write_text("cash = [", encoding="utf-8")
    typed.refused("OPENING_INVALID", "opening", file, bad)
    assert file.read_bytes() == before
