"""Money is whole satang. The few places where satang must be cut are here, each with its rule."""

from __future__ import annotations

from collections.abc import Sequence

SATANG_PER_BAHT = 100


def baht(amount: int) -> int:
    """Whole baht in satang."""
    return amount * SATANG_PER_BAHT


def split_by_percent(amount_satang: int, shares: Sequence[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Cut an amount into named shares, in satang; the remainder goes to the first share.

    One tuple per share in the order given, zero shares left out; the parts add up to the amount.
    `shares` are whole percents that add up to 100.

    Raises:
        ValueError: the percents do not add up to 100 or the amount is negative.

    Source: rulebook 9.11 rule 12 (remainder to the first pool in the rulebook's order).
    """
    if amount_satang < 0:
        raise ValueError("amount_satang")
    if sum(percent for _, percent in shares) != 100:
        raise ValueError("percent")
    parts = [amount_satang * percent // 100 for _, percent in shares]
    parts[0] += amount_satang - sum(parts)
    return tuple((name, part) for (name, _), part in zip(shares, parts, strict=True) if part)


def split_by_parts(amount_satang: int, parts: Sequence[int]) -> tuple[int, ...]:
    """Cut an amount by whole parts, such as three heirs of one part each; in their order, adding up to the amount.

    What is left over by rounding down goes to the first.

    Raises:
        ValueError: no part is above zero, one is below it, or the amount is negative.
    """
    whole = sum(parts)
    if amount_satang < 0 or whole <= 0 or min(parts) < 0:
        raise ValueError("parts")
    cut = [amount_satang * part // whole for part in parts]
    cut[0] += amount_satang - sum(cut)
    return tuple(cut)
