"""What the fund's own words on papers may hold: its name, a place, a post, an account, whoever serves.

They stand at the head of papers, under signatures and in workbooks: a slip that is no word is told to whoever types it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from wangfund.domain.errors import Finding

_LETTER: Final = re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0e01-\u0e2e]")
_NOT_IN_WORDS: Final = re.compile(r"[<>=@{}\[\]\\|`^~]")
_NOT_IN_AN_ACCOUNT: Final = re.compile(r"[^0-9 ./-]")


def check_words(field: str, text: str) -> Iterator[Finding]:
    """A name in words, at least one letter, no sign of markup or a formula: TEXT_WITHOUT_LETTERS, TEXT_NOT_WORDS."""
    if text and not _LETTER.search(text):
        yield Finding("TEXT_WITHOUT_LETTERS", field, values={"text": text})
    elif _NOT_IN_WORDS.search(text):
        yield Finding("TEXT_NOT_WORDS", field, values={"text": text})


def check_account_no(text: str) -> Iterator[Finding]:
    """The number of a bank account, digits in groups: ACCOUNT_NO_ODD."""
    if text and _NOT_IN_AN_ACCOUNT.search(text):
        yield Finding("ACCOUNT_NO_ODD", "number", values={"text": text})
