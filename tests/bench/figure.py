"""A measurement beside its floor: the least the same machine can do for the same rows."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """Seconds of ours and of the floor, measured in the same run; limits None where none was promised."""

    name: str
    seconds: float
    floor_seconds: float
    most_times: float | None = None
    most_seconds: float | None = None

    @property
    def times(self) -> float:
        """How many floors it took."""
        return self.seconds / self.floor_seconds

    @property
    def within_times(self) -> bool:
        """Whether it keeps the promised ratio, which a busy machine does not spoil."""
        return self.most_times is None or self.times <= self.most_times

    @property
    def within(self) -> bool:
        """Whether it keeps all that was promised."""
        return self.within_times and (self.most_seconds is None or self.seconds <= self.most_seconds)

    def __str__(self) -> str:
        """One line: figure, floor, ratio, limits."""
        limits = [f"<= {self.most_seconds:g} s"] if self.most_seconds is not None else []
        limits += [f"<= {self.most_times:g} x"] if self.most_times is not None else []
        told = f"{self.seconds:.3f} s, floor {self.floor_seconds:.3f} s, {self.times:.1f} x"
        return f"{told} ({', '.join(limits) or 'no limit'})"


def best_of(times: int, prepare: Callable[[], object], work: Callable[[], object]) -> float:
    """The shortest of several runs, each prepared anew outside the clock."""
    found = []
    for _ in range(times):
        prepare()
        started = perf_counter()
        work()
        found.append(perf_counter() - started)
    return min(found)


def best_in_turn(commands: list[list[str]], rounds: int = 8) -> list[float]:
    """The shortest of several runs of each process, taken in turn, so that a busy moment falls on all alike."""
    best = [float("inf")] * len(commands)
    for _ in range(rounds):
        for at, command in enumerate(commands):
            started = perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            best[at] = min(best[at], perf_counter() - started)
    return best
