"""Where the bundled files lie: in a checkout, an installed wheel or a frozen program."""

import sys
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
_CHECKOUT: Final = _PACKAGE.parent.parent


def bundled(name: str) -> Path:
    """Path of a file or folder that came with the program, such as 'migrations' or 'resources/fonts/pdf'.

    `name` is relative, with forward slashes; its first part is 'migrations' or 'resources'. Nothing is read
    but the folders' existence, and nothing is ever written there.

    Raises:
        ValueError: the name is absolute, climbs out, or starts in no bundled folder.
        FileNotFoundError: the program is incomplete; the file it came with is gone.
    """
    parts = name.split("/")
    if parts[0] not in {"migrations", "resources"} or any(part in {"", ".", ".."} for part in parts):
        raise ValueError(name)
    found = _root_of(parts[0]).joinpath(*parts[1:])
    if not found.exists():
        raise FileNotFoundError(found)
    return found


def _root_of(folder: str) -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / folder
    installed = _PACKAGE / f"_{folder}"
    # A wheel carries the folders inside the package; hatchling leaves them out of an editable install.
    return installed if installed.is_dir() else _CHECKOUT / folder
