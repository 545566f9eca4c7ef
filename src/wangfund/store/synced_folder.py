"""Folders that another program copies behind our back: a fund file there is opened read-only."""

from __future__ import annotations

import os
from pathlib import Path

_NAMES = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud drive",
    "iclouddrive",
    "nextcloud",
    "owncloud",
    "syncthing",
    "box sync",
    "mega",
    "megasync",
    "pcloud",
    "pclouddrive",
)
_MARKERS = (".dropbox", ".dropbox.cache", ".stfolder", ".sync", ".nextcloudsync.log", "desktop.ini.onedrive")
_NETWORK = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "fuse.rclone",
    "9p.smb",
    "davfs",
    "fuse.davfs2",
}


def synced_folder(path: Path) -> str | None:
    """The name of the synchronised or network folder a path lies in, or None. Reads only.

    Told by the folders' names, by the marks such programs leave, and by the kind of mount.
    """
    folder = path.resolve().parent
    for part in (folder, *folder.parents):
        name = part.name.casefold()
        if any(name == known or name.startswith((known + " ", known + "-")) for known in _NAMES):
            return part.name
        if any((part / mark).exists() for mark in _MARKERS):
            return part.name
    if str(folder).startswith(("\\\\", "//")):
        return str(folder)
    return _network_mount(folder)


def _network_mount(folder: Path) -> str | None:
    mounts = Path("/proc/self/mounts")
    if os.name != "posix" or not mounts.exists():
        return None
    best, kind = "", ""
    for row in mounts.read_text(errors="replace").splitlines():
        fields = row.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        inside = str(folder) == point or str(folder).startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return best if kind in _NETWORK else None
