"""The words a practice fund is composed of, read from resources/practice/names.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from wangfund.paths import bundled


@dataclass(frozen=True, slots=True)
class Given:
    """Given names by age and sex; names of the old are other names than those of the young."""

    older_men: tuple[str, ...]
    older_women: tuple[str, ...]
    younger_men: tuple[str, ...]
    younger_women: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a made-up fund says in Thai; `money` are notes and givers by name."""

    fund: dict[str, str]
    villages: tuple[str, ...]
    officers: tuple[str, ...]
    titles: dict[str, str]
    given: Given
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    relations: dict[str, str]
    money: dict[str, str]
    donors: tuple[str, ...]


def practice_words() -> Words:
    """The words that came with the program. Reads a file."""
    with (bundled("resources/practice") / "names.toml").open("rb") as file:
        told = tomllib.load(file)
    given, money = told["given"], told["money"]
    return Words(
        fund={key: value for key, value in told["fund"].items() if isinstance(value, str)},
        villages=tuple(told["fund"]["villages"]),
        officers=tuple(told["fund"]["officers"]),
        titles=dict(told["titles"]),
        given=Given(
            tuple(given["older_men"]),
            tuple(given["older_women"]),
            tuple(given["younger_men"]),
            tuple(given["younger_women"]),
        ),
        heads=tuple(told["family"]["heads"]),
        tails=tuple(told["family"]["tails"]),
        relations=dict(told["relations"]),
        money={key: value for key, value in money.items() if isinstance(value, str)},
        donors=tuple(money["donors"]),
    )
