"""Posting rounds in a process that is killed at a random moment; afterwards every acknowledged round is there, whole.

Run as `python -m tests.prove.kills FILE` it posts rounds without end, and says each on a line after its commit.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from tests.funds import NOVEMBER, PRICE, TODAY, add_people, even_salt, on, problems, profile, rows_of
from wangfund.store.fund_file import open_fund
from wangfund.usecases.found_fund import found_fund, rulebook_source
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round


@dataclass(frozen=True, slots=True)
class Killed:
    """What all the kills came to. `acknowledged` rounds were said by the process, `kept` are in the files.

    `unfinished` kills fell into a transaction, `half_written` ones while a commit was writing the file itself.
    """

    kills: int
    acknowledged: int
    kept: int
    unfinished: int
    half_written: int
    wrong: tuple[str, ...]


@lru_cache
def crowd_bytes(members: int) -> bytes:
    """A fund of one village with so many members, all paid through October 2026."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crowd.wangfund"
        with found_fund(path, on(TODAY), profile(), rulebook_source("nasuk"), salt=even_salt()) as books:
            add_people(books, 1, members)
        return path.read_bytes()


def killed_rounds(members: int, kills: int, *, seed: int = 1) -> Killed:
    """Kill a posting process so many times: half at moments spread over two rounds, half while a commit writes.

    Starts processes.
    """
    chance = random.Random(seed)
    acknowledged = kept = unfinished = half_written = 0
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "killed.wangfund"
        length = _post_and_kill(path, members, _first_line)[1]
        for kill in range(kills):
            moment = chance.uniform(0, 2 * length) if kill % 2 else chance.uniform(0, 0.02)
            wait = partial(_sleep, moment) if kill % 2 else partial(_until_written, path, moment)
            said, _ = _post_and_kill(path, members, wait)
            journal = path.with_name(path.name + "-journal").exists()
            unfinished += journal
            half_written += journal and path.stat().st_mtime_ns != 0
            there, bad = _look(path, members)
            acknowledged, kept = acknowledged + said, kept + there
            # A round may be kept and not said (killed between commit and print), never the other way round.
            if bad or there not in (said, said + 1):
                wrong.append(f"kill {kill}: said {said}, kept {there}, {bad}")
    return Killed(kills, acknowledged, kept, unfinished, half_written, tuple(wrong))


def _first_line(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    process.stdout.readline()


def _sleep(seconds: float, _: subprocess.Popen[str]) -> None:
    time.sleep(seconds)


def _until_written(path: Path, then: float, _: subprocess.Popen[str]) -> None:
    """Until the file itself is written, which is only when a round commits, and a moment longer."""
    end = time.monotonic() + 30
    while path.stat().st_mtime_ns == 0 and time.monotonic() < end:
        time.sleep(0.0002)
    time.sleep(then)


def _post_and_kill(
    path: Path, members: int, wait: Callable[[subprocess.Popen[str]], None]
) -> tuple[int, float]:
    """Post from a fresh file until killed; gives the rounds it said, and how long it had."""
    for rest in path.parent.iterdir():
        rest.unlink()
    path.write_bytes(crowd_bytes(members))
    os.utime(path, ns=(0, 0))
    with subprocess.Popen(
        [sys.executable, "-m", "tests.prove.kills", str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        started = time.monotonic()
        wait(process)
        process.send_signal(signal.SIGKILL)
        lasted = time.monotonic() - started
        said = [line for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    return len(said), lasted


def _look(path: Path, members: int) -> tuple[int, str]:
    with open_fund(path, on(TODAY)) as books:
        bad = problems(books)
        rounds = rows_of(books, "SELECT count(*) FROM round")[0][0]
        for table, each in (
            ("entry", members),
            ("receipt", members),
            ("receipt_line", members),
            ("line", 4 * members),
        ):
            there = rows_of(books, f"SELECT count(*) FROM {table}")[0][0]
            if there != rounds * each:
                bad.append(f"{table}: {there} of {rounds * each}")
        covered = rows_of(books, "SELECT count(*) FROM coverage WHERE kind = 'payment'")[0][0]
        if covered != rounds * members:
            bad.append(f"coverage: {covered} of {rounds * members}")
        last = rows_of(books, "SELECT coalesce(max(number), 0) FROM receipt")[0][0]
        if last != rounds * members:
            bad.append(f"last receipt {last} of {rounds * members}")
    return rounds, "; ".join(bad)


def main(path: Path) -> None:
    with open_fund(path, on(TODAY)) as books:
        paid = {row[0]: PRICE for row in rows_of(books, "SELECT id FROM member")}
        print("ready", flush=True)
        while True:
            done = record_round(books, RecordRound(NOVEMBER, TODAY, [VillageRound(1, paid)]))
            print(done.first_receipt, done.last_receipt, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
