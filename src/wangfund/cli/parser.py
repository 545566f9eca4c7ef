"""A command's options, with its help and its complaints in Thai."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, Final, NoReturn

_COMPLAINTS: Final = (
    (re.compile(r"the following arguments are required: (.+)"), r"ยังไม่ได้บอก \1"),
    (re.compile(r"unrecognized arguments: (.+)", re.DOTALL), r"ไม่รู้จัก \1"),
    (re.compile(r"argument (.+?): expected one argument"), r"\1 ต้องมีค่าตามหลัง"),
    (re.compile(r"argument (.+?): expected at least one argument"), r"\1 ต้องมีค่าตามหลัง"),
    (
        re.compile(r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", re.DOTALL),
        r"\1 ใช้ \2 ไม่ได้ ใช้ได้: \3",
    ),
    (re.compile(r"argument (.+?): not allowed with argument (.+)"), r"\1 ใช้พร้อมกับ \2 ไม่ได้"),
    (re.compile(r"one of the arguments (.+) is required"), r"ต้องบอกอย่างหนึ่งใน \1"),
    (re.compile(r"argument (.+?): ignored explicit argument (.+)", re.DOTALL), r"\1 ไม่มีค่าตามหลัง"),
    (re.compile(r"argument (.+?): (.+)", re.DOTALL), r"\1: \2"),
)
_LONGEST: Final = 300


class WrongUsage(Exception):
    """What was typed is no command of ours; `words` say what, `usage` how it is meant."""

    def __init__(self, words: str, usage: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.usage = usage


class ThaiFormatter(argparse.RawDescriptionHelpFormatter):
    """Help whose usage line begins in Thai."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The usage line."""
        super().add_usage(usage, actions, groups, "วิธีใช้: " if prefix is None else prefix)


class CommandParser(argparse.ArgumentParser):
    """The options of one command; raises WrongUsage instead of ending the program."""

    def __init__(self, name: str, does: str) -> None:
        super().__init__(
            prog=f"wangfund {name}",
            description=does,
            add_help=False,
            allow_abbrev=False,
            formatter_class=ThaiFormatter,
        )
        self._things = self.add_argument_group("สิ่งที่ต้องบอก")
        self._options = self.add_argument_group("ตัวเลือก")

    def add(self, *names: str, **settings: Any) -> None:
        """Add an argument: a thing without dashes, or an option."""
        group = self._options if names[0].startswith("-") else self._things
        group.add_argument(*names, **settings)

    def add_everywhere(self) -> None:
        """The options every command has."""
        self.add("--json", action="store_true", help="ตอบเป็น JSON หนึ่งชุด (วันที่เป็น ค.ศ. จำนวนเงินเป็นสตางค์)")
        self.add("--today", metavar="วันที่", help="ให้ถือว่าวันนี้เป็นวันนี้")
        self.add("-h", "--help", action="store_true", help="แสดงวิธีใช้")

    def error(self, message: str) -> NoReturn:
        """What argparse could not understand.

        Raises:
            WrongUsage: always.
        """
        raise WrongUsage(_in_thai(message), self.format_usage().strip())


def _in_thai(message: str) -> str:
    for pattern, words in _COMPLAINTS:
        if pattern.fullmatch(message):
            said = pattern.sub(words, message)
            return said if len(said) <= _LONGEST else said[:_LONGEST] + "…"
    return message[:_LONGEST]
