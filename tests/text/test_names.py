"""Thai names of accounts, pools and states: every code of the program has one."""

from __future__ import annotations

from pathlib import Path

from wangfund.domain import accounts
from wangfund.domain.register.plan import Action
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.paths import bundled
from wangfund.store.tables.claims import CLAIM_STATES
from wangfund.text import terms
from wangfund.text.accounts import ACCOUNTS, account_name, codi_kind_name
from wangfund.text.terms import pool_name
from wangfund.usecases.end_membership import CAUSES


def test_every_account_of_the_chart_has_a_name_and_no_other() -> None:
    assert set(ACCOUNTS) == set(accounts.CHART)
    assert len(set(ACCOUNTS.values())) == len(ACCOUNTS)


def test_account_name_prefers_the_funds_own() -> None:
    assert account_name("1201", "ธ.ก.ส.") == "ธ.ก.ส."
    assert account_name("1201") == "เงินฝากธนาคาร (1201)"
    assert account_name("9999") == "บัญชี 9999"


def test_codi_kinds_are_named() -> None:
    assert [codi_kind_name(kind) for kind in (1, 13, 99)] == [
        ACCOUNTS["5101"],
        ACCOUNTS["5113"],
        ACCOUNTS["5199"],
    ]


def test_pools_of_the_bundled_rulebook_are_named_and_others_show_themselves() -> None:
    rules = parse_rulebook((bundled("resources/rulebooks") / "nasuk.toml").read_text(encoding="utf-8"))
    assert [pool_name(name) for name in rules.pools.names] == ["กองสวัสดิการ", "กองสำรอง", "กองบริหาร"]
    assert pool_name("ฉุกเฉิน") == "ฉุกเฉิน"
    assert {cadence.code: cadence.name for cadence in rules.contribution.cadences} == terms.CADENCES


def test_every_state_cause_and_action_has_a_word() -> None:
    assert set(terms.CLAIM_STATES) == set(CLAIM_STATES)
    assert set(terms.CAUSES) == set(CAUSES)
    assert set(terms.IMPORT_ACTIONS) == {str(action) for action in Action}


def test_every_kind_of_entry_posted_anywhere_has_a_word() -> None:
    source = Path(accounts.__file__).parent.parent / "usecases"
    text = "\n".join(path.read_text(encoding="utf-8") for path in source.rglob("*.py"))
    for kind in terms.ENTRY_KINDS:
        assert f'"{kind}"' in text, kind


def test_terms_are_one_to_one() -> None:
    assert len(set(terms.TERMS.values())) == len(terms.TERMS)
