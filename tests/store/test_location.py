"""Bad places are known by names, by what engines leave, and by how they are mounted."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogueprep.store import location

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/export /mnt/office\\040files nfs4 rw 0 0
//server/share /mnt/office\\040files/local ext4 rw 0 0
anna@host: /home/anna/far fuse.sshfs rw 0 0
/dev/sdb1 /media/anna/STICK fuseblk rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    """Return a list of mounts."""
    path = tmp_path / "mounts"
    path.write_text(MOUNTS)
    return path


@pytest.mark.parametrize(
    ("folder", "by"),
    [
        ("OneDrive - Institute", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Library/Mobile Documents", "iCloud Drive"),
        ("Library/CloudStorage/GoogleDrive-anna@example.org", "GoogleDrive"),
        ("Nextcloud", "Nextcloud"),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(
    tmp_path: Path, mounts: Path, folder: str, by: str
) -> None:
    doubt = location.doubt(tmp_path / folder / "papers" / "workspace", mounts)
    assert doubt and (doubt.kind, doubt.by) == ("synchronised", by)
    assert doubt.where == tmp_path / folder


@pytest.mark.parametrize(
    ("mark", "by"), [(".stfolder", "Syncthing"), (".sync_0123.db", "Nextcloud")]
)
def test_or_by_what_lies_in_it(tmp_path: Path, mounts: Path, mark: str, by: str) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / mark).touch()
    doubt = location.doubt(tmp_path / "papers" / "workspace", mounts)
    assert doubt and doubt.by == by
    assert location.doubt(tmp_path / "other", mounts) is None


@pytest.mark.parametrize(
    ("folder", "by"),
    [
        ("/mnt/office files/ours", "nfs4"),
        ("/mnt/office files/local/ours", ""),
        ("/home/anna/far/ours", "fuse.sshfs"),
        ("/media/anna/STICK/ours", ""),
        ("/home/anna/ours", ""),
    ],
)
def test_a_network_folder_is_known_by_its_mount(mounts: Path, folder: str, by: str) -> None:
    doubt = location.doubt(Path(folder), mounts)
    assert (doubt.by if doubt else "") == by
