"""What stands at the head and the foot of every paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FundHead:
    """Name and place of the fund."""

    name: str
    tambon: str
    amphoe: str
    province: str
    phone: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the name ("" leaves dots) and the post as printed."""

    name: str
    role: str
