"""Work beside the window: one thread, in order, one answer each."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tests.ui.typing import wait, wait_until
from wangfund.domain.errors import Refused
from wangfund.ui.theme.theme import Theme
from wangfund.ui.worker.busy_panel import BusyPanel
from wangfund.ui.worker.job import Job
from wangfund.ui.worker.progress import Progress
from wangfund.ui.worker.runner import InlineRunner, Runner, Runs


@pytest.fixture
def runner(qapp: object) -> Iterator[Runner]:
    made = Runner()
    yield made
    made.wait()
    wait(0)


class Ear:
    """Hears everything a job tells."""

    def __init__(self, job: Job) -> None:
        self.heard: list[tuple[str, object]] = []
        job.done.connect(lambda result: self.heard.append(("done", result)))
        job.failed.connect(lambda error: self.heard.append(("failed", error)))
        job.cancelled.connect(lambda: self.heard.append(("cancelled", None)))
        job.progressed.connect(lambda words, done, total: self.heard.append((words, (done, total))))

    @property
    def answers(self) -> list[str]:
        return [name for name, _ in self.heard if name in {"done", "failed", "cancelled"}]


@pytest.mark.parametrize("make", [Runner, InlineRunner])
def test_job_that_ends_well_gives_its_result_once(qapp: object, make: type[Runner | InlineRunner]) -> None:
    runner: Runs = make()
    owner = QObject()
    ear = Ear(runner.run(owner, lambda _progress: 42))
    wait_until(lambda: ear.answers)
    wait(20)
    assert ear.heard == [("done", 42)]


@pytest.mark.parametrize("make", [Runner, InlineRunner])
def test_job_that_is_refused_gives_the_error_once(qapp: object, make: type[Runner | InlineRunner]) -> None:
    def refuse(_progress: Progress) -> None:
        raise Refused("POOL_SHORT")

    runner: Runs = make()
    owner = QObject()
    ear = Ear(runner.run(owner, refuse))
    wait_until(lambda: ear.answers)
    ((name, error),) = ear.heard
    assert name == "failed"
    assert isinstance(error, Refused)


def test_jobs_run_one_after_the_other_in_the_order_asked(runner: Runner) -> None:
    order: list[int] = []
    threads: set[int] = set()

    def work(number: int) -> int:
        threads.add(threading.get_ident())
        order.append(number)
        return number

    owner = QObject()
    ears = [Ear(runner.run(owner, partial(lambda n, _progress: work(n), n))) for n in range(50)]
    wait_until(lambda: all(ear.answers for ear in ears))
    assert order == list(range(50))
    assert len(threads) == 1
    assert threading.get_ident() not in threads
    wait_until(lambda: not runner.busy)


def test_job_asked_to_stop_stops_at_its_next_step(runner: Runner) -> None:
    going = threading.Event()

    def work(progress: Progress) -> None:
        for done in range(10_000):
            progress.step("ออกใบเสร็จ", done, 10_000)
            going.set()
            threading.Event().wait(0.001)

    owner = QObject()
    job = runner.run(owner, work)
    ear = Ear(job)
    going.wait(2)
    wait_until(lambda: any(name == "ออกใบเสร็จ" for name, _ in ear.heard))
    job.cancel()
    wait_until(lambda: ear.answers)
    assert ear.answers == ["cancelled"]
    assert not job.running


def test_job_whose_page_is_gone_tells_nobody_and_breaks_nothing(runner: Runner) -> None:
    go_on = threading.Event()

    def work(_progress: Progress) -> str:
        go_on.wait(2)
        return "late"

    owner = QObject()
    ear = Ear(runner.run(owner, work))
    owner.deleteLater()
    wait(10)
    go_on.set()
    wait_until(lambda: not runner.busy)
    assert ear.heard == []


def test_forgotten_job_tells_nothing_but_that_it_ended(runner: Runner) -> None:
    owner = QObject()
    job = runner.run(owner, lambda _progress: 1)
    ended: list[bool] = []
    job.ended.connect(lambda: ended.append(True))
    ear = Ear(job)
    job.forget()
    wait_until(lambda: ended)
    assert ear.heard == []


def test_busy_panel_shows_only_work_that_takes_long(runner: Runner, theme: Theme) -> None:
    go_on = threading.Event()
    panel = QWidget()
    panel.resize(500, 300)
    panel.show()
    busy = BusyPanel(theme, panel)
    busy.follow(runner.run(panel, lambda _progress: 1), "สำรองข้อมูล")
    wait(300)
    assert not busy.isVisible()

    def slow(progress: Progress) -> None:
        progress.step("ออกใบเสร็จ", 21, 35)
        go_on.wait(3)

    busy.follow(runner.run(panel, slow), "เริ่ม", can_stop=True)
    wait(100)
    assert not busy.isVisible()
    wait_until(busy.isVisible)
    assert busy.words == "ออกใบเสร็จ 21 จาก 35"
    go_on.set()
    wait_until(lambda: not busy.isVisible())
