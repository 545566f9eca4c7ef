"""kill -9 while posting and between every two steps: never half, nothing acknowledged is lost, no number is missing."""

from __future__ import annotations

from collections.abc import Iterator

from tests.prove.kills import killed_rounds
from tests.prove.proof import Proof
from tests.prove.steps import PLANS, cut_everywhere


def proofs(short: bool) -> Iterator[Proof]:
    """100 kills of rounds of 3,000 and every act cut at every step; with `short` 8 of 300, paying, a share of it, and closing."""
    members, kills = (300, 8) if short else (3000, 100)
    killed = killed_rounds(members, kills)
    figure = (
        f"{kills} kills, {killed.unfinished} inside a round ({killed.half_written} while the file was being written), "
        f"{killed.acknowledged} rounds acknowledged, {killed.kept} kept whole"
    )
    yield Proof(
        f"kill -9 while posting rounds of {members:,}", "; ".join([figure, *killed.wrong]), not killed.wrong
    )
    for cut in cut_everywhere(("pay", "share", "close") if short else tuple(PLANS)):
        figure = f"{cut.before + cut.after} steps, {cut.before} as before, {cut.after} as after"
        yield Proof(
            f"kill between every two steps of {cut.name}", "; ".join([figure, *cut.wrong]), not cut.wrong
        )
