"""When the program opens its window, and when it is a command."""

from __future__ import annotations

import sys

import pytest

from wangfund.app import asks_for_window


@pytest.mark.parametrize(
    ("arguments", "display", "expected"),
    [
        ([], ":0", True), (["fund.wangfund"], ":0", True), (["กองทุน.WANGFUND"], ":0", True),
        ([], "", False), (["fund.wangfund"], "", False), (["info", "fund.wangfund"], ":0", False), (["--help"], ":0", False),
    ],
)  # fmt: skip
def test_window_is_asked_for_by_nothing_or_a_fund_where_there_is_a_display(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], display: str, expected: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert asks_for_window(arguments) is expected
