"""Random hands at the window: nothing rises, every book balances, the file verifies."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.prove.proof import Proof

_ACTIONS = 5_000
_SHORT = 400
_SEEDS = (2569, 11, 20)


def proofs(short: bool) -> Iterator[Proof]:
    """5,000 actions from each of three seeds on a practice fund; with `short` 400 from one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for seed in _SEEDS[:1] if short else _SEEDS:
        yield _play(seed, _SHORT if short else _ACTIONS)


def _play(seed: int, actions: int) -> Proof:
    from PySide6.QtWidgets import QApplication

    from tests.ui.monkey import Monkey
    from tests.ui.typing import wait
    from tests.ui.windows import CLOCK, make_window, practice_bytes
    from wangfund.store.fund_file import open_for_reading
    from wangfund.ui.worker.runner import Runner
    from wangfund.usecases.verify_fund import verify_fund

    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        fund = Path(folder) / "บ้านนาสุข.wangfund"
        fund.write_bytes(practice_bytes())
        runner = Runner(app)
        entries: list[int] = []

        def check() -> None:
            runner.wait()
            with open_for_reading(fund, CLOCK) as books:
                verified = verify_fund(books)
                assert not verified.problems, verified.problems
                entries.append(verified.entries)

        window = make_window(Path(folder), fund=fund, runner=runner)
        window.show()
        wait(50)
        monkey = Monkey(window, seed, check=check)
        try:
            monkey.play(actions)
            broken = monkey.broken
        except AssertionError as error:
            broken = [*monkey.broken, repr(error)]
        if window.place is not None:
            window.place.wrote = False
        runner.wait()
        wait(50)
        window.close()
        window.deleteLater()
        wait(0)
    told = (
        f"{monkey.done} actions from seed {seed}, {entries[-1] - entries[0] if entries else 0} entries more"
    )
    return Proof("a monkey at the window", "\n".join([told, *broken]), not broken)
