"""Who the made-up fund is."""

from __future__ import annotations

from random import Random

from wangfund.domain.profile import Bank, Officer, Profile, Village
from wangfund.usecases.practice.people import full_name
from wangfund.usecases.practice.span import FOUNDED, Span
from wangfund.usecases.practice.words import Words

RULEBOOK = "nasuk"


def practice_profile(words: Words, span: Span, members: int, rng: Random) -> Profile:
    """The profile of the practice fund: its villages with collectors, a bank, and a composed committee."""
    villages = tuple(
        Village(moo, name, full_name(words, rng, woman=rng.random() < 0.6))
        for moo, name in enumerate(words.villages, 1)
    )
    committee = tuple(
        Officer(role, full_name(words, rng, woman=rng.random() < 0.5)) for role in words.officers
    )
    fund = words.fund
    return Profile(
        name=fund["name"],
        tambon=fund["tambon"],
        amphoe=fund["amphoe"],
        province=fund["province"],
        founded_on=FOUNDED,
        books_from=span.first,
        rulebook=RULEBOOK,
        villages=villages,
        banks=(Bank(fund["bank_name"], fund["bank_number"]),),
        committee=committee,
        phone=fund["phone"],
        population=members * 8,
    )
