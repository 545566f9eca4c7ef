"""A line of words with a rule of its own, told beside it as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from wangfund.domain.errors import Finding
from wangfund.domain.register.check_words import check_words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.text_field import TextField
from wangfund.ui.widgets.typed import Typed

Check = Callable[[str], Iterable[Finding]]


class CheckedField(TextField):
    """A line of words with a rule of its own; `fact` tells what it is understood as ("" for nothing)."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        check: Check,
        *,
        fact: Callable[[str], str] | None = None,
        longest: int = 100,
        required: bool = False,
        hint: str = "",
    ) -> None:
        self._check, self._fact = check, fact
        self._stood = ""
        super().__init__(theme, name, longest=longest, required=required, hint=hint)

    @property
    def typed(self) -> Typed[object]:
        """The words, or what the rule finds about them."""
        typed = super().typed
        if not isinstance(typed.value, str) or not typed.value:
            return typed
        found = None if typed.value == self._stood else next(iter(self._check(typed.value)), None)
        if found is not None:
            return Typed(typed.value, found)
        return Typed(typed.value, fact=self._fact(typed.value) if self._fact is not None else "")

    def show_stored(self, text: str) -> None:
        """Fill the field with what the register says: odd as it may be, it is not asked again while it is left alone."""
        self._stood = " ".join(text.split())
        self.set_text(text)

    @property
    def words(self) -> str:
        """The words with their spaces in order, "" while there are none to be trusted."""
        typed = self.typed
        return typed.value if isinstance(typed.value, str) and not typed.wrong else ""


class WordsField(CheckedField):
    """A name in words that stands on papers: of the fund, a place, a post, an account, whoever serves."""

    def __init__(
        self, theme: Theme, name: str, *, longest: int = 120, required: bool = False, hint: str = ""
    ) -> None:
        super().__init__(
            theme, name, partial(check_words, "text"), longest=longest, required=required, hint=hint
        )
