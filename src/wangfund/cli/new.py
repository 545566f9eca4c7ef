"""`new`: an empty fund with its profile, villages, banks, committee and rulebook."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from wangfund.cli.answer import Answer
from wangfund.cli.parser import CommandParser
from wangfund.cli.session import CannotOpen, Session, text_of
from wangfund.domain.profile import Profile
from wangfund.domain.profile_toml import parse_profile
from wangfund.store.errors import StoreError
from wangfund.thai.dates import long_month
from wangfund.usecases.found_fund import found_fund, rulebook_source


def new_options(parser: CommandParser) -> None:
    """The options of `new`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุนที่จะสร้าง เช่น นาสุข.wangfund")
    parser.add("--profile", metavar="PROFILE.toml", type=Path, required=True, help="ข้อมูลกองทุน")


def new(told: Namespace, session: Session) -> Answer:
    """Make a fund file; nothing is left behind when anything is wrong. Writes."""
    profile = _with_path(parse_profile(text_of(told.profile)), told.profile)
    try:
        with found_fund(told.file, session.clock, profile, rulebook_source(profile.rulebook)):
            session.path = told.file
    except StoreError as error:
        # A file that stands in the way is a refusal; a place that cannot be written is one that did not open.
        if error.code == "FILE_EXISTS":
            raise
        raise CannotOpen(error) from error
    lines = [
        f"สร้างแล้ว {told.file}",
        f"{profile.name} · {len(profile.villages)} หมู่บ้าน · บัญชีเริ่ม{long_month(profile.books_from)}",
    ]
    return Answer({"file": str(told.file)}, lines)


def _with_path(profile: Profile, beside: Path) -> Profile:
    """A rulebook's file may be named from where the profile lies."""
    near = beside.parent / profile.rulebook
    return (
        replace(profile, rulebook=str(near))
        if profile.rulebook.endswith(".toml") and near.is_file()
        else profile
    )
