"""A value changed inside a rulebook's text: only that value differs, and no comment is lost."""

from __future__ import annotations

import copy
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wangfund.domain.errors import Finding, Refused
from wangfund.domain.rulebook.edit_text import EditValue, remove_value, set_value, value_at
from wangfund.domain.rulebook.toml_text import load_toml
from wangfund.domain.rulebook.value_places import Path, value_places
from wangfund.paths import bundled

_PRESETS = {
    path.stem: path.read_text(encoding="utf-8") for path in bundled("resources/rulebooks").glob("*.toml")
}
_ODD = '''# a comment = "not a key"
title = "x = 1 # no comment"
"quoted key" = 1   # คงไว้
'lit.eral'.deep . er = 0x1F
when = 1979-05-27 07:32:00 # after
[ a . "b c" ]   # a header
list = [ # inside
  1, [2, 3], { x = 1, y = { z = """
many "quotes" here""""" } }, # after
]
empty = {}
[[ rows ]]
one = \'\'\'it's'\'\'\'
[[rows.inner]]
n = 1.50
[rows.side]
k = { p = "a, b", q = 'c } d' , r = true }
[[rows]]
one = "two"'''
_VALUES: st.SearchStrategy[EditValue] = st.one_of(
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.decimals(0, 10**6, places=2).filter(lambda d: len(f"{d:f}") < 16),
    st.dates(),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=4),
)


def tables(text: str) -> dict[str, Any]:
    loaded = load_toml(text)
    assert not isinstance(loaded, Finding)
    return loaded.tables


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from paths(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from paths(inner, (*path, at))
            if not isinstance(inner, dict):
                yield (*path, at)


def leaves(text: str) -> list[Path]:
    told = tables(text)
    return [p for p in paths(told) if not isinstance(value_at(told, p), dict | list)]


def comments(text: str) -> list[str]:
    return re.findall(r"#[^\n]*", text)


def put(told: dict[str, Any], path: Path, value: EditValue) -> dict[str, Any]:
    wanted = copy.deepcopy(told)
    here = value_at(wanted, path[:-1])
    here[path[-1]] = list(value) if isinstance(value, list | tuple) else value
    return wanted


@pytest.mark.parametrize("text", [*_PRESETS.values(), _ODD, _ODD.replace("\n", "\r\n")])
def test_scan_of_a_text_finds_every_value_where_it_stands(text: str) -> None:
    told = tables(text)
    places = value_places(text)
    for path in leaves(text):
        start, end = places.values[path]
        found = tomllib.loads(f"v = {text[start:end]}", parse_float=Decimal)["v"]
        assert found == value_at(told, path)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([*_PRESETS.values(), _ODD, _ODD.replace("\n", "\r\n")]), st.data())
def test_edit_of_a_value_changes_only_that_value_and_keeps_every_comment(
    text: str, data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from(leaves(text)))
    value = data.draw(_VALUES)
    edited = set_value(text, path, value)
    assert tables(edited) == put(tables(text), path, value)
    start, end = value_places(text).values[path]
    assert edited.startswith(text[:start])
    assert edited.endswith(text[end:])


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([*_PRESETS.values(), _ODD]), st.data())
def test_word_a_table_lacks_is_added_and_taken_out_again(text: str, data: st.DataObject) -> None:
    told = tables(text)
    homes = [p for p in [(), *paths(told)] if isinstance(value_at(told, p), dict)]
    rooms = value_places(text).rooms
    home = data.draw(st.sampled_from([p for p in homes if p in rooms]))
    key = data.draw(st.sampled_from(["brand_new", "ใหม่ มาก", 'with"quote']))
    value = data.draw(_VALUES)
    edited = set_value(text, (*home, key), value)
    assert tables(edited) == put(told, (*home, key), value)
    assert [c for c in comments(text) if c not in edited] == []
    back = remove_value(edited, (*home, key))
    assert tables(back) == told


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([*_PRESETS.values(), _ODD]), st.data())
def test_removal_of_a_word_takes_only_that_word(text: str, data: st.DataObject) -> None:
    # A table that stands only by its dotted keys would go with the last of them.
    entries = [p for p in value_places(text).entries if isinstance(p[-1], str) and "lit.eral" not in p]
    path = data.draw(st.sampled_from(sorted(entries, key=str)))
    wanted = copy.deepcopy(tables(text))
    value_at(wanted, path[:-1]).pop(path[-1])
    edited = remove_value(text, path)
    assert tables(edited) == wanted


def test_amount_changed_keeps_the_line_and_its_comment() -> None:
    text = _PRESETS["nasuk"]
    edited = set_value(text, ("membership", "arrears", "suspend_at_months"), 4)
    before, after = text.splitlines(), edited.splitlines()
    differ = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert differ == [
        (
            "suspend_at_months = 3           # ค้างตั้งแต่ 3 เดือน ระงับสิทธิ",
            "suspend_at_months = 4           # ค้างตั้งแต่ 3 เดือน ระงับสิทธิ",
        )
    ]


def test_day_and_tier_inside_inline_tables_are_changed() -> None:
    text = _PRESETS["nasuk"]
    told = tables(text)
    elder = next(at for at, one in enumerate(told["benefits"]) if one["code"] == "ELDER")
    path: Path = ("benefits", elder, "amounts", 0, "tiers", 1, "baht")
    assert "{ from = 5, to = 10, baht = 350 }" in set_value(text, path, 350)
    assert "effective_from = 2027-01-01" in set_value(text, ("rulebook", "effective_from"), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("text", "path", "value", "code"),
    [
        ("[a", ("a",), 1, "RULEBOOK_INVALID"),
        ("a = " + "[" * 40 + "]" * 40, ("a",), 1, "RULEBOOK_INVALID"),
        ("a = 1\n" * 400_000, ("a",), 1, "RULEBOOK_INVALID"),
        ("a = 1", ("b", "c"), 1, "RULEBOOK_NOT_EDITED"),
        ("a = [1]", ("a", 3), 1, "RULEBOOK_NOT_EDITED"),
        ("a = 1", (), 1, "RULEBOOK_NOT_EDITED"),
        ("a = 1", ("a",), "\ud800", "RULEBOOK_NOT_EDITED"),
        ("a = 1", ("a",), Decimal("1" * 30 + ".5"), "RULEBOOK_NOT_EDITED"),
    ],
)
def test_edit_that_cannot_be_made_is_refused(text: str, path: Path, value: EditValue, code: str) -> None:
    with pytest.raises(Refused) as refused:
        set_value(text, path, value)
    assert refused.value.code == code


def test_removal_of_what_does_not_stand_changes_nothing() -> None:
    assert remove_value("a = 1\n", ("b",)) == "a = 1\n"


def test_presets_lie_where_the_test_reads_them() -> None:
    assert {"nasuk"} <= set(_PRESETS)
    assert isinstance(bundled("resources/rulebooks"), FilePath)
