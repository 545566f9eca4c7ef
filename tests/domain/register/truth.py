"""The sample registers with what they truly say, as the tests compare them."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from wangfund.documents.sheet_grid import read_sheets
from wangfund.domain.register.grid import Sheet
from wangfund.domain.register.member import RegisterMember

REGISTERS = Path(__file__).parents[2] / "data" / "registers"
TODAY = date(2026, 11, 5)


def sheets_of(name: str) -> tuple[Sheet, ...]:
    return read_sheets(REGISTERS / f"{name}.xlsx")


def truth_of(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((REGISTERS / f"{name}.truth.json").read_text(encoding="utf-8"))
    return found


def as_truth(member: RegisterMember) -> dict[str, Any]:
    """A member with its dates in ISO, as the truth files write them."""
    plain: dict[str, Any] = {each.name: getattr(member, each.name) for each in fields(member)}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in plain.items()}


def member_part(truth: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in truth.items() if not name.startswith("_") and name != "age_2569"}
