"""A draft of the next version: its text, begun as a copy of the newest, kept until it is adopted or given up."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from wangfund.domain.eligibility.run_cases import run_case
from wangfund.domain.errors import Refused
from wangfund.domain.rulebook.edit_text import set_value
from wangfund.domain.rulebook.model import Rulebook
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.domain.rulebook.toml_text import TEXT_CAP_BYTES
from wangfund.ui.bylaw.edit_words import EditWord
from wangfund.ui.bylaw.finding_words import FoundLine
from wangfund.ui.bylaw.typed_word import edited

DRAFT: Final = "bylaw"
"""The name under which the drafts' file keeps it."""


@dataclass(frozen=True, slots=True)
class BylawDraft:
    """The TOML text as it stands now."""

    text: str

    @classmethod
    def of_newest(cls, source: str, version: int, first_day: date) -> BylawDraft:
        """A copy of the newest version under the next number, from its first possible day, its resolution to be said.

        Raises:
            Refused: RULEBOOK_NOT_EDITED.
        """
        text = set_value(source, ("rulebook", "version"), version)
        text = set_value(text, ("rulebook", "effective_from"), first_day)
        return cls(set_value(text, ("rulebook", "resolution"), ""))

    @classmethod
    def recalled(cls, kept: Mapping[str, Any] | None) -> BylawDraft | None:
        """The draft a file of drafts held, None when it held none."""
        text = (kept or {}).get("text")
        return cls(text) if isinstance(text, str) and text and len(text) <= TEXT_CAP_BYTES else None

    @property
    def kept(self) -> dict[str, str]:
        """As the file of drafts holds it."""
        return {"text": self.text}

    def with_words(self, changes: dict[EditWord, str]) -> BylawDraft:
        """The draft with what was typed into a row's fields.

        Raises:
            Refused: RULEBOOK_INVALID with findings by field (it could no longer be read), RULEBOOK_NOT_EDITED.
        """
        text = edited(self.text, changes)
        parse_rulebook(text)
        return replace(self, text=text)

    def with_examples(self, rules: Rulebook, lines: Iterable[FoundLine]) -> BylawDraft:
        """The draft with what failing examples expect put to what these rules give; the committee has said so.

        Raises:
            Refused: RULEBOOK_NOT_EDITED, where an example cannot be run or does not stand as it was.
        """
        draft = self
        for line in lines:
            assert line.example is not None
            draft = draft._with_example(rules, line.row, line.example)
        return draft

    def _with_example(self, rules: Rulebook, code: str, at: int) -> BylawDraft:
        home = next((n for n, one in enumerate(rules.benefits) if one.code == code), None)
        benefit = rules.benefit(code)
        if home is None or benefit is None or at >= len(benefit.examples):
            raise Refused("RULEBOOK_NOT_EDITED", {"path": f"benefits.{code}.examples[{at}]"})
        wrong = run_case(replace(rules, effective_from=date.min), json.loads(benefit.examples[at].case))
        text = self.text
        if wrong is None:
            return self
        for word, expected in wrong.expect.items():
            got = wrong.got.get(word)
            if got == expected:
                continue
            path = ("benefits", home, "examples", at, "expect", word)
            if not isinstance(got, (str, int)):
                raise Refused("RULEBOOK_NOT_EDITED", {"path": f"examples[{at}].expect.{word}"})
            value = date.fromisoformat(got) if isinstance(got, str) and word.endswith("_day") else got
            text = set_value(text, path, value)
        return replace(self, text=text)
