"""The funds these tests work on."""

from tests.funds import books, busy, young

__all__ = ["books", "busy", "young"]
