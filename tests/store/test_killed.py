"""kill -9: never half, never a lost acknowledged act, numbers without holes."""

from __future__ import annotations

import pytest

from tests.prove.kills import killed_rounds
from tests.prove.steps import PLANS, cut_everywhere


@pytest.mark.slow
def test_a_process_killed_while_posting_loses_nothing_it_said() -> None:
    killed = killed_rounds(members=300, kills=8)
    assert killed.wrong == ()
    assert killed.unfinished >= 1


@pytest.mark.slow
@pytest.mark.parametrize("act", ["pay", "share", "name heirs", "close"])
def test_an_act_killed_between_any_two_steps_is_done_or_not_begun(act: str) -> None:
    (cut,) = cut_everywhere([act])
    assert cut.wrong == ()
    assert cut.before > 50
    assert cut.after >= 1


def test_every_plan_has_its_act() -> None:
    claims = {
        "ask",
        "amend",
        "name heirs",
        "say no",
        "withdraw",
        "decide",
        "pay",
        "share",
        "last share",
        "pay day",
    }
    assert {*claims, "past benefits", "close", "seal", "round", "reverse", "enrol"} == set(PLANS)
