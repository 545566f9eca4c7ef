"""What was promised about time, measured beside its floor."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench import bench_info, bench_pack, bench_round
from tests.prove.proof import Proof


def proofs(short: bool) -> Iterator[Proof]:
    """The round of 3,000, `info` and the month pack as processes; with `short` fewer runs and younger funds."""
    figures = [
        *bench_round.figures(runs=1 if short else 3),
        *(bench_info.figures((1, 3), 60) if short else bench_info.figures()),
        *(bench_pack.figures(60, 1) if short else bench_pack.figures()),
    ]
    for figure in figures:
        yield Proof(figure.name, str(figure), figure.within_times if short else figure.within)
