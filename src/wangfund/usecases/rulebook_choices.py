"""The rulebooks a new fund can begin with: the presets that came with the program, or a file of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.rulebook.check import check_adoption, check_rulebook
from wangfund.domain.rulebook.model import Rulebook
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.paths import bundled
from wangfund.usecases.found_fund import rulebook_source


@dataclass(frozen=True, slots=True)
class RulebookChoice:
    """A rulebook to choose: the preset's name or the file's path, what it says, what keeps it from being adopted."""

    name: str
    rules: Rulebook
    faults: tuple[Finding, ...]

    @property
    def open_words(self) -> int:
        """How many words it leaves for the fund to agree on."""
        return len(self.rules.open_words)


def presets() -> tuple[RulebookChoice, ...]:
    """The presets, those that can be adopted as they stand first. Reads files."""
    found = [rulebook_choice(path.stem) for path in sorted(bundled("resources/rulebooks").glob("*.toml"))]
    return tuple(sorted(found, key=lambda choice: bool(choice.faults)))


def rulebook_choice(name: str | Path) -> RulebookChoice:
    """A preset by its name or a file by its path. Reads a file.

    Raises:
        Refused: RULEBOOK_NOT_FOUND, RULEBOOK_INVALID with findings.
    """
    rules = parse_rulebook(rulebook_source(str(name)))
    faults = (*check_rulebook(rules), *check_adoption(rules, None))
    return RulebookChoice(
        str(name), rules, tuple(fault for fault in faults if fault.severity is Severity.ERROR)
    )
