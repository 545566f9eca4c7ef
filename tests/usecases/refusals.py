"""An act that must be refused, and the proof that it changed nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from wangfund.domain.errors import FundError
from wangfund.store.books import Books


def refusal(books: Books, act: Callable[[], object]) -> FundError:
    """Why an act is refused; fails unless the file stands byte for byte as it was."""
    before = books.path.read_bytes()
    with pytest.raises(FundError) as refused:
        act()
    assert books.path.read_bytes() == before
    return refused.value


def code(books: Books, act: Callable[..., object], command: Any) -> str:
    """The code a command is refused with."""
    return refusal(books, lambda: act(books, command)).code
