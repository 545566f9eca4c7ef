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


def test_a_finding_names_its_clause_its_line_and_its_words(typed: Typed, tmp_path: Path) -> None:
    text = NASUK.read_text(encoding="utf-8")
    overlap = tmp_path / "overlap.toml"
    overlap.write_text(text.replace("{ from = 8, to = 15,", "{ from = 8, to = 18,"), encoding="utf-8")
    said = typed("rulebook", "check", overlap, "--json")
    (found,) = said.json["findings"]
    line = text[: text.index("{ from = 15, baht = 20000 }")].count("\n") + 1
    assert (found["code"], found["clause"], found["line"]) == ("TIERS_OVERLAP", "ข้อ 15.4", line)
    assert "ทับกัน" in found["message"]
    assert f"(บรรทัด {line})" in said.err
    broken = tmp_path / "broken.toml"
    broken.write_text(text.replace("units = 5", "unitz = 5"), encoding="utf-8")
    said = typed("rulebook", "check", broken, "--json")
    number = text[: text.index("units = 5")].count("\n") + 1
    assert number in [one["line"] for one in said.json["findings"]]
    assert said.err.count(f"บรรทัด {number}:") == 1
    assert "(บรรทัด" not in said.err


def test_pattern_is_usable_once_it_is_filled(typed: Typed) -> None:
    said = typed("rulebook", "check", NASUK.with_name("daily_baht_caps.toml"))
    assert said.code == 0
    assert "ใช้ได้เมื่อเติมครบ" in said.out.split("\n")[0]
    assert ": ใช้ได้ สวัสดิการ" in typed("rulebook", "check", NASUK).out


def test_hostile_rulebooks_are_answered_with_a_finding(typed: Typed, tmp_path: Path) -> None:
    text = NASUK.read_text(encoding="utf-8")
    for name, spoiled, code in (
        ("big", text + "# " + "x" * 10_000_000, "RULEBOOK_TOO_LARGE"),
        ("deep", text + "\n[x]\ny = " + "[" * 5_000, "RULEBOOK_TOO_DEEP"),
        ("twice", text + "\n[pools]\n", "RULEBOOK_WRITTEN_TWICE"),
        ("day", text.replace("2010-01-01", "2010-02-31", 1), "RULEBOOK_NO_DAY"),
        ("sign", text.replace("ข้อ 8", "ข้อ\x07 8"), "RULEBOOK_BAD_SIGN"),
        ("long", text.replace("units = 5", "units = " + "5" * 5_000), "RULEBOOK_LONG_NUMBER"),
        ("nan", text.replace("entry_fee_baht = 20", "entry_fee_baht = nan"), "RULEBOOK_WRONG_TYPE"),
        ("text", text.replace("2010-01-01", '"2010-01-01"', 1), "RULEBOOK_WRONG_TYPE"),
        ("key", text.replace("HOSP|{admitted}", "HOSP|{nobody}"), "ONCE_KEY_UNFILLABLE"),
    ):
        file = tmp_path / f"{name}.toml"
        file.write_text(spoiled, encoding="utf-8")
        said = typed("rulebook", "check", file, "--json")
        assert (said.code, said.json["findings"][0]["code"]) == (1, code), name
        assert code == "RULEBOOK_TOO_LARGE" or said.json["findings"][0]["line"], name
        assert "ยังไม่มีคำอธิบาย" not in said.err


def test_hostile_cases_are_wrong_or_unreadable(typed: Typed, tmp_path: Path) -> None:
    file = tmp_path / "c.json"
    case = '{"case": "x", "member": {"joined": "2020-03-01"}, "claim": {"benefit": "HOSP", "event": "2025-05-04",'
    case += ' "claim": "2025-05-10"}, "history": [{"gross": %s, "status": %s, "year": %s}], "expect": {"result": 1}}'
    for values in (
        ("NaN", "1", "1"),
        ("Infinity", "[]", "{}"),
        ("1e308", "{}", "-1"),
        ("-5", "null", "9" * 400),
    ):
        file.write_text(f'{{"cases": [{case % values}, null, 7, {{}}]}}', encoding="utf-8")
        said = typed("rulebook", "check", NASUK, "--cases", file, "--json")
        assert (said.code, said.json["cases"]["right"], len(said.json["cases"]["wrong"])) == (1, 0, 4)
    for text in ("", "[" * 50_000, '{"cases": {}}', '{"a": ' + "9" * 5_000 + "}", "\x00", "null"):
        file.write_text(text, encoding="utf-8")
        typed.refused("CASES_UNREADABLE", "rulebook", "check", NASUK, "--cases", file)


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
