"""What this person likes and where things are on this computer. Never anything of the fund itself."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from wangfund.ui.theme.colours import Ground
from wangfund.ui.theme.sizes import FACTORS

_FILE: Final = "window.json"
_RECENT: Final = 6


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The last backup that verified: when (UTC, ISO) and where."""

    at: str
    path: str


@dataclass(frozen=True, slots=True)
class Preferences:
    """`ground` "" follows the system; `recent` paths newest first; `backups` by the fund's path."""

    percent: int = 100
    ground: str = ""
    recent: tuple[str, ...] = ()
    backup_folders: dict[str, str] = field(default_factory=dict)
    backups: dict[str, LastBackup] = field(default_factory=dict)

    def opened(self, path: Path) -> Preferences:
        """With a fund at the head of the recent ones."""
        here = str(path.resolve())
        return replace(self, recent=(here, *(p for p in self.recent if p != here))[:_RECENT])

    def backed_up(self, fund: Path, at: datetime, backup: Path) -> Preferences:
        """With the last verified backup of a fund."""
        last = LastBackup(at.isoformat(timespec="seconds"), str(backup))
        return replace(self, backups={**self.backups, str(fund.resolve()): last})

    def backs_up_into(self, fund: Path, folder: Path) -> Preferences:
        """With another folder for the backups of a fund."""
        return replace(self, backup_folders={**self.backup_folders, str(fund.resolve()): str(folder)})

    def backup_folder(self, fund: Path) -> Path:
        """Where backups of a fund go: as chosen, else a folder beside the fund."""
        chosen = self.backup_folders.get(str(fund.resolve()))
        return Path(chosen) if chosen else fund.resolve().parent / "สำเนาสำรอง"

    def last_backup(self, fund: Path) -> datetime | None:
        """When the last backup was verified, None if never or if it is gone."""
        last = self._last(fund)
        return None if last is None else datetime.fromisoformat(last.at)

    def last_backup_path(self, fund: Path) -> Path | None:
        """Where the last backup that verified lies, None if there is none or if it is gone."""
        last = self._last(fund)
        return None if last is None else Path(last.path)

    def _last(self, fund: Path) -> LastBackup | None:
        last = self.backups.get(str(fund.resolve()))
        return last if last is not None and Path(last.path).is_file() else None


class PreferenceFile:
    """The file they lie in; a damaged one is read as if there were none."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._unwritten: Preferences | None = None

    def load(self) -> Preferences:
        """Read them."""
        if self._unwritten is not None:
            return self._unwritten
        try:
            told = json.loads(self._where().read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Preferences()
        return _read(told) if isinstance(told, dict) else Preferences()

    def save(self, preferences: Preferences) -> None:
        """Keep them; where nothing can be written they last until the window closes."""
        path = self._where()
        self._unwritten = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(path.name + ".part")
            part.write_text(json.dumps(asdict(preferences), ensure_ascii=False, indent=1), encoding="utf-8")
            part.replace(path)
        except OSError:
            self._unwritten = preferences

    def draft_path(self, fund: Path) -> Path:
        """Where what is half typed for a fund is kept, beside the preferences of whoever types it."""
        name = sha256(str(fund.resolve()).encode()).hexdigest()[:16]
        return self._where().parent / "drafts" / f"{name}.json"

    def new_fund_draft(self) -> Path:
        """Where what is typed of a fund that is not founded yet is kept."""
        return self._where().parent / "drafts" / "new-fund.json"

    def _where(self) -> Path:
        if self._path is None:
            from platformdirs import user_config_path

            self._path = user_config_path("wangfund", appauthor=False) / _FILE
        return self._path


def _read(told: dict[str, Any]) -> Preferences:
    percent, ground = told.get("percent"), told.get("ground")
    backups = {}
    for fund, last in _table(told, "backups").items():
        if isinstance(last, dict) and isinstance(last.get("path"), str) and _is_instant(last.get("at")):
            backups[fund] = LastBackup(last["at"], last["path"])
    recent = told.get("recent")
    return Preferences(
        percent if percent in FACTORS else 100,
        ground if ground in set(Ground) else "",
        tuple(p for p in recent if isinstance(p, str))[:_RECENT] if isinstance(recent, list) else (),
        {fund: where for fund, where in _table(told, "backup_folders").items() if isinstance(where, str)},
        backups,
    )


def _table(told: dict[str, Any], name: str) -> dict[str, Any]:
    found = told.get(name)
    return found if isinstance(found, dict) else {}


def _is_instant(text: object) -> bool:
    try:
        return isinstance(text, str) and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
