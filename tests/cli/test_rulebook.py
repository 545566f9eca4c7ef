"""`rulebook check`: faults with their clauses, and decided cases."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.commands_run import Typed
from wangfund.paths import bundled

NASUK = bundled("resources/rulebooks") / "nasuk.toml"


def test_bundled_rulebook_decides_every_known_case(typed: Typed, data: Path) -> None:
    found = typed.json("rulebook", "check", NASUK, "--cases", data / "cases.json")
    cases = json.loads((data / "cases.json").read_text(encoding="utf-8"))["cases"]
    assert found["cases"] == {"right": len(cases), "wrong": []}
    assert not [f for f in found["findings"] if f["severity"] == "error"]


def test_faulty_rulebook_gives_findings_and_exit_one(typed: Typed, tmp_path: Path) -> None:
    text = NASUK.read_text(encoding="utf-8")
    gap = tmp_path / "gap.toml"
    gap.write_text(
        text.replace("{ from = 2, to = 4, baht = 6000 }", "{ from = 3, to = 4, baht = 6000 }"),
        encoding="utf-8",
    )
    said = typed("rulebook", "check", gap, "--json")
    assert said.code == 1
    assert "TIERS_GAP" in {f["code"] for f in said.json["findings"] if f["severity"] == "error"}
    assert "[TIERS_GAP] [ข้อ 15.4]" in said.err
    broken = tmp_path / "broken.toml"
    broken.write_text("a = [", encoding="utf-8")
    said = typed("rulebook", "check", broken, "--json")
    assert (said.code, said.json["findings"][0]["code"]) == (1, "RULEBOOK_NOT_TOML")


def test_case_decided_otherwise_is_shown(typed: Typed, data: Path, tmp_path: Path) -> None:
    cases = json.loads((data / "cases.json").read_text(encoding="utf-8"))
    cases["cases"][0]["expect"]["net"] = 1
    (tmp_path / "c.json").write_text(json.dumps(cases), encoding="utf-8")
    said = typed("rulebook", "check", NASUK, "--cases", tmp_path / "c.json", "--json")
    assert said.code == 1
    (wrong,) = said.json["cases"]["wrong"]
    assert set(wrong) == {"case", "expect", "got"}
    assert "CASE_DIFFERS" in said.err


def test_rulebook_that_is_not_there_cannot_be_opened(typed: Typed, tmp_path: Path) -> None:
    typed.refused("INPUT_MISSING", "rulebook", "check", tmp_path / "none.toml", exit_code=2)
    typed.refused("INPUT_UNREADABLE", "rulebook", "check", tmp_path, exit_code=2)
    (tmp_path / "c.json").write_text("{", encoding="utf-8")
    typed.refused("CASES_UNREADABLE", "rulebook", "check", NASUK, "--cases", tmp_path / "c.json")


def test_rulebook_of_a_fund_is_exported_as_it_was_adopted(typed: Typed, busy: Path, tmp_path: Path) -> None:
    out = tmp_path / "ระเบียบ.toml"
    told = typed.json("rulebook", "export", out, "--fund", busy)
    assert told["version"] == 1
    assert out.read_text(encoding="utf-8") == NASUK.read_text(encoding="utf-8")


def test_replay_under_the_same_rules_costs_the_same(typed: Typed, busy: Path) -> None:
    told = typed.json("rulebook", "replay", NASUK, "--fund", busy)
    assert told["then_satang"] == told["now_satang"]


def test_version_that_is_adopted_is_the_one_exported(typed: Typed, busy: Path, tmp_path: Path) -> None:
    text = NASUK.read_text(encoding="utf-8").replace("version = 1", "version = 2")
    newer = tmp_path / "2.toml"
    newer.write_text(text.replace("2010-01-01", "2026-12-01", 1), encoding="utf-8")
    told = typed.json("rulebook", "adopt", newer, "--fund", busy)
    assert (told["version"], told["effective_from"]) == (2, "2026-12-01")
    out = tmp_path / "out.toml"
    assert typed.json("rulebook", "export", out, "--fund", busy, "--on", "2569-12-05")["version"] == 2
    assert typed("rulebook", "adopt", newer, "--fund", busy).code == 1


def test_acts_on_a_fund_need_the_fund(typed: Typed) -> None:
    assert typed("rulebook", "adopt", NASUK).code == 2


def test_leaflet_is_printed(typed: Typed, busy: Path, tmp_path: Path) -> None:
    told = typed.json("paper", busy, "leaflet", "--out", tmp_path / "leaflet.pdf")
    assert told["papers"] == 1
    assert (tmp_path / "leaflet.pdf").read_bytes().startswith(b"%PDF")
