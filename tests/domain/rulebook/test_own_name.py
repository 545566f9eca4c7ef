"""A preset under the fund's own name reads back with it, and nothing else changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wangfund.domain.rulebook.own_name import with_own_name
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.paths import bundled

NASUK = (bundled("resources/rulebooks") / "nasuk.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["ระเบียบกองทุนทดสอบ", 'มี "คำพูด" และ \\', "=1+1", "<b>", "\\1 \\g<0>"])
def test_only_the_name_and_the_resolution_change(name: str) -> None:
    was, now = parse_rulebook(NASUK), parse_rulebook(with_own_name(NASUK, name, "มติ 1/2569"))
    assert now == replace(was, name=name, resolution="มติ 1/2569")


@pytest.mark.parametrize("text", ["", '[rules]\nname = "ก"\n', "ไม่ใช่ TOML"])
def test_a_text_without_a_head_comes_back_as_it_is(text: str) -> None:
    assert with_own_name(text, "ข", "ค") == text


def test_an_empty_word_leaves_what_stands_there() -> None:
    assert with_own_name(NASUK, "", "") == NASUK
