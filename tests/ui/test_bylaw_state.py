"""What the page ระเบียบ decides: the draft, its fields, hostile typing, the checker's and the replay's answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from wangfund.domain.errors import Finding, Refused, Severity
from wangfund.domain.rulebook.check import check_rulebook
from wangfund.domain.rulebook.model import Rulebook
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.domain.rulebook.toml_text import load_toml
from wangfund.text.rule_changes import change_sentence, row_pairs
from wangfund.text.rule_rows import VERSION, rule_rows
from wangfund.text.rule_short import short_amount
from wangfund.ui.bylaw.draft import BylawDraft
from wangfund.ui.bylaw.edit_words import EditWord, Kind, path_name, words_of_row
from wangfund.ui.bylaw.files import file_name, read_rules, write_rules
from wangfund.ui.bylaw.finding_words import example_words, found_lines, row_of
from wangfund.ui.bylaw.replay_rows import by_year, people_words, signed, total_words, touched
from wangfund.ui.bylaw.rows import SAME
from wangfund.ui.bylaw.state import BylawState, Checked
from wangfund.ui.bylaw.typed_word import edited, read_word
from wangfund.usecases.found_fund import rulebook_source
from wangfund.usecases.replay_rules import KindSum, Replay, ReplayedClaim
from wangfund.usecases.rulebook_versions import RulebookVersion, RulebookVersions

SOURCE = rulebook_source("nasuk")
RULES = parse_rulebook(SOURCE)
FIRST_DAY = date(2026, 11, 1)
HOSTILE = ("สิบ", "1e9", "-5", "😀", "9" * 14, "x" * 10_000, "<b>1</b>", "=1+1", "1\n2", "31/4", "1.2.3")


def check(state: BylawState) -> None:
    """What the worker would answer."""
    assert state.draft is not None
    text = state.draft.text
    try:
        rules: Rulebook | None = parse_rulebook(text)
    except Refused as refused:
        state.take_check(Checked(text, None, refused.findings))
        return
    assert rules is not None
    found = check_rulebook(rules)
    if not rules.resolution.strip():
        found = (*found, Finding("RESOLUTION_NOT_NAMED", "rulebook.resolution"))
    loaded = load_toml(text)
    assert not isinstance(loaded, Finding)
    state.take_check(Checked(text, rules, found, loaded.tables))


def drafting() -> BylawState:
    """A draft just begun and checked."""
    state = BylawState(RulebookVersions((RulebookVersion(1, RULES, SOURCE, in_force=True),), FIRST_DAY))
    state.begin_draft()
    check(state)
    return state


def replayed(state: BylawState) -> Replay | None:
    """What the state holds now; asked anew each time, so that the type checker does not remember the last answer."""
    return state.replay


def word(state: BylawState, key: str, label: str) -> EditWord:
    """A field of a row by its words."""
    found = [one for one in state.words(key) if one.label == label]
    assert found, [one.label for one in state.words(key)]
    return found[0]


def change(state: BylawState, key: str, label: str, text: str) -> None:
    """Type into one field of a row."""
    state.edit({word(state, key, label): text})
    check(state)


def test_draft_begins_as_a_copy_of_the_newest_under_the_next_number() -> None:
    state = drafting()
    assert state.rules is not None
    assert (state.rules.version, state.rules.effective_from, state.rules.resolution) == (2, FIRST_DAY, "")
    assert state.rules.benefits == RULES.benefits
    assert state.draft is not None
    assert state.draft.text.count("#") == SOURCE.count("#")
    assert [row.key for row in state.rows() if row.changed] == [VERSION]
    assert state.head_words() == "ร่างฉบับที่ 2 · ใช้กับเหตุตั้งแต่ 1 พ.ย. 2569"
    assert state.errors() == 1
    assert state.why_not(readonly=False)


def test_begun_again_the_draft_there_is_comes_back() -> None:
    state = drafting()
    change(state, "HOSP", "คืนละ (บาท)", "120")
    kept = state.draft
    state.showing = 1
    assert not state.drafting
    state.begin_draft()
    assert state.draft is kept
    again = BylawState(state.view)
    assert kept is not None
    again.recall(kept.kept)
    assert again.draft == kept
    again.recall({"text": "other"})
    assert again.draft == kept


@pytest.mark.parametrize("kept", [None, {}, {"text": 3}, {"text": ""}, {"text": "x" * 2_000_000}])
def test_damaged_draft_counts_as_none(kept: dict[str, object] | None) -> None:
    assert BylawDraft.recalled(kept) is None


def test_amount_changed_in_a_field_marks_its_row_and_fails_its_examples() -> None:
    state = drafting()
    change(state, "HOSP", "คืนละ (บาท)", "๑๒๐")
    assert state.draft is not None
    assert 'fact = "nights"\nbaht = 120\ncounted = true' in state.draft.text
    row = next(row for row in state.rows() if row.key == "HOSP")
    assert (row.was, row.now, row.icon, row.fill) == ("คืนละ 100", "คืนละ 120", "circle-alert", "bad")
    assert row.details == ("ได้รับ เดิม: คืนละ 100 บาท", "ได้รับ ร่าง: คืนละ 120 บาท")
    assert {line.row for line in state.failing} == {"HOSP"}
    assert state.fine_words == ""
    first = state.failing[0]
    assert "ควรเป็น ได้ 300 บาท แต่ระเบียบนี้ให้ ได้ 360 บาท" in first.words
    others = [row for row in state.rows() if row.key not in {"HOSP", VERSION}]
    assert {row.now for row in others} == {SAME}


def test_examples_are_put_to_the_draft_only_when_asked_and_then_it_can_be_adopted() -> None:
    state = drafting()
    change(state, "HOSP", "คืนละ (บาท)", "120")
    many = len(state.failing)
    assert many > 1
    assert state.accept_examples(state.failing[0]) == 1
    check(state)
    assert len(state.failing) == many - 1
    assert state.accept_examples() == many - 1
    check(state)
    assert not state.failing
    assert state.fine_words.startswith("ตัวอย่างในระเบียบ")
    change(state, VERSION, "มติที่ประชุม", "ครั้งที่ 1/2570")
    assert state.why_not(readonly=False) == ""
    assert state.fine_words.startswith("ตรวจแล้ว ไม่พบเรื่องที่ต้องแก้ ตัวอย่าง")
    assert state.why_not(readonly=True)
    said = state.adopt_words()
    assert said.splitlines()[0] == "ใช้กับเหตุตั้งแต่ 1 พฤศจิกายน 2569 ตามมติ ครั้งที่ 1/2570"
    assert "– นอนโรงพยาบาล: คืนละ 100 บาท เป็น คืนละ 120 บาท" in said


def test_bound_between_two_tiers_is_one_field_and_moves_both() -> None:
    state = drafting()
    change(state, "ELDER", "ขั้นที่ 2 ตั้งแต่", "6")
    assert state.draft is not None
    assert "{ from = 3, to = 6, baht = 200 }" in state.draft.text
    assert "{ from = 6, to = 10, baht = 300 }" in state.draft.text
    change(state, "ELDER", "ขั้นที่ 3 ตั้งแต่", "10 ปี 6 เดือน")
    assert '{ from = 6, to = "10y6m", baht = 300 }' in state.draft.text


def test_deadline_added_and_taken_away() -> None:
    state = drafting()
    change(state, "ELDER", "ยื่นภายใน (วัน)", "45")
    assert state.rules is not None
    elder = state.rules.benefit("ELDER")
    assert elder is not None
    assert elder.deadline_days == 45
    change(state, "ELDER", "ยื่นภายใน (วัน)", "")
    elder = state.rules.benefit("ELDER")
    assert elder is not None
    assert elder.deadline_days is None


def test_every_field_of_every_row_left_as_it_is_changes_nothing() -> None:
    loaded = load_toml(SOURCE)
    assert not isinstance(loaded, Finding)
    for row in rule_rows(RULES):
        words = words_of_row(RULES, loaded.tables, row.key)
        assert words, row.key
        assert len({one.name for one in words}) == len(words)
        assert edited(SOURCE, {one: one.text for one in words}) == SOURCE
        for one in words:
            assert not read_word(one, one.text).wrong, (row.key, one)


@pytest.mark.parametrize("name", ["nasuk", "daily_baht_caps", "daily_baht_tiers"])
def test_every_field_of_every_preset_can_be_written_back(name: str) -> None:
    source = rulebook_source(name)
    rules = parse_rulebook(source)
    loaded = load_toml(source)
    assert not isinstance(loaded, Finding)
    for row in rule_rows(rules):
        for one in words_of_row(rules, loaded.tables, row.key):
            typed = {Kind.MONEY: "777", Kind.WHOLE: "7", Kind.LENGTH: "7", Kind.NUMBER: "7"}.get(one.kind)
            if typed is not None:
                changed = edited(source, {one: typed})
                assert changed != source
                assert not isinstance(load_toml(changed), Finding)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", [Kind.MONEY, Kind.WHOLE, Kind.NUMBER, Kind.LENGTH, Kind.DAY])
def test_hostile_typing_is_never_taken_for_a_number(kind: Kind, text: str) -> None:
    typed = read_word(EditWord(("a",), "a", kind, "1"), text)
    assert typed.wrong or typed.finding is not None or kind is Kind.DAY
    assert typed.wrong


@pytest.mark.parametrize("text", ["x" * 10_000, "😀"])
def test_words_too_long_or_unprintable_are_refused(text: str) -> None:
    for kind in (Kind.TEXT, Kind.TEXTS):
        assert read_word(EditWord(("a",), "a", kind, ""), text).wrong


def test_name_like_markup_or_a_formula_stays_a_name() -> None:
    state = drafting()
    for name in ("<b>นอน</b>", "=1+1", 'คำ "พูด" \\ # นี้'):
        change(state, "HOSP", "ชื่อสวัสดิการ", name)
        assert state.rules is not None
        benefit = state.rules.benefit("HOSP")
        assert benefit is not None
        assert benefit.name == name


def test_documents_are_a_list_and_one_with_a_comma_stays_whole() -> None:
    state = drafting()
    change(state, "HOSP", "เอกสาร", "ใบรับรอง, สำเนาบัตร")
    assert state.rules is not None
    assert state.rules.benefit("HOSP").documents == ("ใบรับรอง", "สำเนาบัตร")  # type: ignore[union-attr]
    change(state, "HOSP", "เอกสาร", "ใบรับรอง, ตัวจริง; สำเนาบัตร")
    assert state.rules.benefit("HOSP").documents == ("ใบรับรอง, ตัวจริง", "สำเนาบัตร")  # type: ignore[union-attr]
    assert word(state, "HOSP", "เอกสาร").text == "ใบรับรอง, ตัวจริง; สำเนาบัตร"
    change(state, "HOSP", "เอกสาร", "")
    assert state.rules.benefit("HOSP").documents == ()  # type: ignore[union-attr]


def test_value_the_rules_do_not_allow_is_refused_beside_its_field_and_the_draft_stays() -> None:
    state = drafting()
    before = state.draft
    waits = word(state, "ELDER", "ยื่นภายใน (วัน)")
    with pytest.raises(Refused) as refused:
        state.edit({waits: "99999"})
    assert refused.value.code == "RULEBOOK_INVALID"
    assert [finding.field for finding in refused.value.findings] == [waits.name]
    assert state.draft is before


def test_old_answers_are_dropped() -> None:
    state = drafting()
    assert state.draft is not None
    old = Checked(state.draft.text, RULES, ())
    replay = Replay(FIRST_DAY, (), ())
    old_text = state.draft.text
    change(state, "HOSP", "คืนละ (บาท)", "120")
    assert not state.take_check(old)
    assert not state.take_replay(old_text, replay)
    assert replayed(state) is None
    assert state.take_replay(state.draft.text, replay)
    assert replayed(state) is replay
    state.take_text(state.draft.text + "\n# หมายเหตุ")
    assert not state.is_checked
    assert state.why_not(readonly=False) == "กำลังตรวจร่าง"
    assert replayed(state) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('clause = "ข้อ 6"\nstart = "application"', 'clause = "ข้อ 6"'),
        ("month_price_baht = 30", 'month_price_baht = "มาก"'),
        ('waiting = "standard"', 'waitng = "standard"'),
        ("version = 2", "version = " + "[" * 30 + "]" * 30),
        ("version = 2", "version ="),
    ],
)
def test_text_that_cannot_be_read_tells_its_line_and_claims_nothing(old: str, new: str) -> None:
    state = drafting()
    assert state.draft is not None
    assert old in state.draft.text
    state.take_text(state.draft.text.replace(old, new, 1))
    check(state)
    assert state.rules is None
    assert any(line.line > 0 for line in state.lines)
    assert all(line.severity is Severity.ERROR for line in state.lines)
    assert {row.now for row in state.rows()} == {"–"}
    assert state.words("HOSP") == ()
    assert state.why_not(readonly=False)


def test_text_of_ten_megabytes_is_refused_and_the_draft_stays() -> None:
    state = drafting()
    before = state.draft
    with pytest.raises(Refused) as refused:
        state.take_text("a" * 10_000_000)
    assert refused.value.findings[0].code == "RULEBOOK_TOO_LARGE"
    assert state.draft is before


def test_benefit_taken_out_and_one_added_are_told() -> None:
    text = SOURCE.replace('code = "FUNERAL"', 'code = "WREATH"').replace("FUNERAL", "WREATH")
    pairs = {pair.key: pair for pair in row_pairs(RULES, parse_rulebook(text))}
    assert change_sentence(pairs["FUNERAL"]).endswith("ตัดออก")
    assert "เพิ่มใหม่ 500 บาท" in change_sentence(pairs["WREATH"])


def test_change_that_shows_in_no_words_is_never_left_out() -> None:
    text = SOURCE.replace('key = "HOSP|{admitted}|{event}"', 'key = "HOSP|{event}"')
    pairs = [pair for pair in row_pairs(RULES, parse_rulebook(text)) if pair.changed]
    assert [pair.key for pair in pairs] == ["HOSP"]
    assert "ข้อความทั้งฉบับ" in change_sentence(pairs[0])


def test_amounts_are_short_enough_for_a_cell() -> None:
    said = {benefit.code: short_amount(RULES, benefit) for benefit in RULES.benefits}
    assert said["HOSP"] == "คืนละ 100"
    assert said["ELDER"] == "200 / 300 / 500"
    assert said["DEATH"] == "1,500 … 20,000"
    assert said["BIRTH"] == "500 + คืนละ 100"


def test_finding_points_at_its_row() -> None:
    for field, row in (
        ("benefits.HOSP.caps", "HOSP"),
        ("benefits.NOBODY", ""),
        ("benefits", ""),
        ("shared_caps[0].year", "HOSP"),
        ("shared_caps[9]", ""),
        ("rulebook.resolution", VERSION),
        ("membership.arrears", "membership"),
        ("pools.shares.x", "pools"),
    ):
        assert row_of(Finding("X", field), RULES) == row
    warn = Finding("NO_DEADLINE", "benefits.ELDER", severity=Severity.WARNING, values={"benefit": "ELDER"})
    lines = found_lines((warn, Finding("RESOLUTION_NOT_NAMED", "rulebook.resolution")), RULES)
    assert [line.severity for line in lines] == [Severity.ERROR, Severity.WARNING]
    assert "ผู้สูงอายุ" in lines[1].words


def test_what_an_example_expects_is_said_in_words() -> None:
    assert example_words("gross 300, first_day 2025-06-30") == "ได้ 300 บาท, เริ่มมีสิทธิ 30 มิ.ย. 2568"
    assert example_words("result PAY, gross None") == "ผล จ่าย, ได้ ไม่มี"


def test_replay_in_words_by_year_and_member() -> None:
    def claim(at: int, day: date, then: int, now: int) -> ReplayedClaim:
        return ReplayedClaim(at, f"{at:04d}", "นางสาวทดสอบ", "HOSP", day, then, now, None, "")

    claims = (
        claim(1, date(2025, 3, 1), 10_000, 15_000),
        claim(2, date(2026, 3, 1), 20_000, 10_000),
        claim(3, date(2026, 4, 1), 20_000, 20_000),
    )
    replay = Replay(FIRST_DAY, claims, (KindSum("HOSP", "นอน", 3, 50_000, 45_000, 1, 1),))
    replay = replace(replay, since=date(2025, 2, 20))
    years = by_year(replay, date(2026, 10, 30))
    assert [(y.words, y.then_satang, y.more_satang) for y in years] == [
        ("2568 (11 เดือน)", 10_000, 5_000),
        ("2569 (10 เดือน)", 40_000, -10_000),
    ]
    assert [y.words for y in by_year(replace(replay, since=date(2025, 1, 1)), date(2026, 12, 1))] == [
        "2568",
        "2569",
    ]
    assert [one.claim_id for one in touched(replay)] == [2, 1]
    assert (signed(5_000), signed(-10_050), signed(0)) == ("+50", "−100.50", "–")
    assert total_words(replay) == "จ่ายน้อยลงรวม"
    assert people_words(replay) == "3 คำขอ · ได้มากขึ้น 1 คน · น้อยลง 1 คน"


def test_file_that_is_no_rulebook_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "ระเบียบ.toml"
    for content, code in ((b"[rulebook", "RULEBOOK_INVALID"), (b"\xff\xfe", "RULEBOOK_NOT_FOUND")):
        path.write_bytes(content)
        with pytest.raises(Refused) as refused:
            read_rules(path)
        assert refused.value.code == code
    path.write_bytes(b"a" * 10_000_000)
    with pytest.raises(Refused) as refused:
        read_rules(path)
    assert refused.value.findings[0].code == "RULEBOOK_TOO_LARGE"
    with pytest.raises(Refused):
        read_rules(tmp_path / "ไม่มี.toml")
    write_rules(path, SOURCE)
    assert read_rules(path) == SOURCE
    with pytest.raises(Refused) as refused:
        write_rules(tmp_path / "ไม่มี" / "x.toml", SOURCE)
    assert refused.value.code == "OUTPUT_NOT_WRITTEN"
    assert file_name(RULES, draft=True) == "ร่างระเบียบ ฉบับที่ 1"


def test_path_is_named_as_findings_name_it() -> None:
    assert path_name(("benefits", 3, "amounts", 0, "baht")) == "benefits[3].amounts[0].baht"
