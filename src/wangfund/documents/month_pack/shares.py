"""Amounts as parts of a hundred."""

from collections.abc import Sequence


def hundredths(amounts: Sequence[int]) -> list[int]:
    """Whole parts that add up to 100, the largest remainders rounded up; `amounts` are above zero."""
    whole = sum(amounts)
    parts = [amount * 100 // whole for amount in amounts]
    by_rest = sorted(range(len(amounts)), key=lambda at: (-(amounts[at] * 100 % whole), at))
    for at in by_rest[: 100 - sum(parts)]:
        parts[at] += 1
    return parts
