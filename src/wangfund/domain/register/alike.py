"""Names that may be the same person: equal without tone marks, or one letter apart in one of the two names."""

from __future__ import annotations

from wangfund.thai.search_key import search_key

_LEAST_LETTERS = 3


def are_alike(given: str, family: str, other_given: str, other_family: str) -> bool:
    """Whether two people's names are equal as they are searched, or differ by one letter in given or family name.

    A name of fewer than three letters must be equal.
    """
    one, two = (search_key(given), search_key(family)), (search_key(other_given), search_key(other_family))
    if not one[0] or not two[0]:
        return False
    if one == two:
        return True
    if one[0] == two[0]:
        return _one_apart(one[1], two[1])
    return one[1] == two[1] and bool(one[1]) and _one_apart(one[0], two[0])


def _one_apart(one: str, two: str) -> bool:
    """Whether one letter added, left out or changed makes two words the same."""
    if min(len(one), len(two)) < _LEAST_LETTERS or abs(len(one) - len(two)) > 1:
        return False
    short, long = sorted((one, two), key=len)
    at = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
