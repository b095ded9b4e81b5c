"""Where a workspace should not lie: in a folder that is synchronised, or on another computer.

An engine that synchronises copies the database while it is written, and puts back older states; a
file server may not keep the locks that a database needs. Either can damage it. What is said here
is read from names, from the marks that such engines leave, and from the system's list of mounts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["synchronised", "network"]
MOUNTS = Path("/proc/mounts")
_MARKS = {
    ".stfolder": "Syncthing",
    ".stignore": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".sync_*.db": "Nextcloud",
    "._sync_*.db": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".seafile-data": "Seafile",
}
_NAMES = (
    (re.compile(r"OneDrive( - .+)?"), "OneDrive"),
    (re.compile(r"Dropbox( \(.+\))?"), "Dropbox"),
    (re.compile(r"iCloud ?Drive|com~apple~CloudDocs|Mobile Documents"), "iCloud Drive"),
    (re.compile(r"Google ?Drive|My Drive"), "Google Drive"),
    (re.compile(r"Nextcloud"), "Nextcloud"),
    (re.compile(r"ownCloud"), "ownCloud"),
    (re.compile(r"Seafile"), "Seafile"),
    (re.compile(r"pCloudDrive|pCloud Drive"), "pCloud"),
)
_CLOUD_STORAGE = re.compile(r"(OneDrive|Dropbox|GoogleDrive|Box|Nextcloud)\b.*")
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|afs|ncpfs|9p|ceph|glusterfs|davfs|webdav|lustre"
    r"|fuse\.(sshfs|gvfsd-fuse|rclone|davfs2?|smbnetfs|s3fs|google-drive-ocamlfuse|onedriver|.*drive.*)"
)
_OCTAL = re.compile(r"\\(\d{3})")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a folder is a bad place: synchronised by whom, or on which kind of network."""

    kind: Kind
    by: str
    where: Path


def doubt(folder: Path, mounts: Path = MOUNTS) -> Doubt | None:
    """Return why a folder, which may not be there yet, is a bad place; None if it is none."""
    whole = folder.expanduser().absolute()
    for place in (whole, *whole.parents):
        if by := _engine(place):
            return Doubt("synchronised", by, place)
    return _network(whole, mounts)


def _engine(place: Path) -> str:
    for pattern, by in _NAMES:
        if pattern.fullmatch(place.name):
            return by
    if place.parent.name == "CloudStorage" and (found := _CLOUD_STORAGE.match(place.name)):
        return found[1]
    try:
        return next((by for mark, by in _MARKS.items() if any(place.glob(mark))), "")
    except OSError:
        return ""


def _network(folder: Path, mounts: Path) -> Doubt | None:
    if folder.drive.startswith("\\\\"):
        return Doubt("network", "SMB", Path(folder.anchor))
    real = folder.resolve()
    try:
        lines = [line.split(" ") for line in mounts.read_text(encoding="utf-8").splitlines()]
    except OSError:
        return None
    mounted = [(Path(_plain(line[1])), line[2]) for line in lines if len(line) > 2]
    over = [(place, kind) for place, kind in mounted if real.is_relative_to(place)]
    if not over:
        return None
    place, kind = max(enumerate(over), key=lambda one: (len(one[1][0].parts), one[0]))[1]
    return Doubt("network", kind, place) if _NETWORK.fullmatch(kind) else None


def _plain(written: str) -> str:
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), written)
