"""What is half typed and not saved yet, kept so that a power cut costs no typing. Never a part of the fund."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class Drafts:
    """One small file for a fund, of values by form; each form drops its own when it is saved or given up.

    A damaged file counts as none. Where nothing can be written, what is typed lives as long as the window; so it does
    with `lasting` off, for a window that only looks: what is half typed in the file belongs to the one that works.
    """

    def __init__(self, path: Path, *, lasting: bool = True) -> None:
        self._path, self._lasting = path, lasting
        self._forms: dict[str, Any] = self._read()

    def kept(self, form: str) -> dict[str, Any] | None:
        """What was typed into a form and not saved, None when nothing."""
        found = self._forms.get(form)
        return dict(found) if isinstance(found, dict) else None

    @property
    def names(self) -> tuple[str, ...]:
        """The forms in which something is half typed, oldest first."""
        return tuple(self._forms)

    def keep(self, form: str, values: Mapping[str, Any]) -> None:
        """Keep what stands in a form now; values are what JSON can hold. Writes the file to the disk."""
        if self._forms.get(form) != values:
            self._forms[form] = dict(values)
            self._write()

    def drop(self, form: str) -> None:
        """The form was saved or given up."""
        if self._forms.pop(form, None) is not None:
            self._write()

    def _read(self) -> dict[str, Any]:
        if not self._lasting:
            return {}
        try:
            told = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    def _write(self) -> None:
        if not self._lasting:
            return
        try:
            if not self._forms:
                self._path.unlink(missing_ok=True)
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part = self._path.with_name(self._path.name + ".part")
            # It holds names: only its owner reads it.
            with os.fdopen(
                os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
            ) as out:
                json.dump(self._forms, out, ensure_ascii=False)
                out.flush()
                os.fsync(out.fileno())
            part.replace(self._path)
        except OSError:
            return
