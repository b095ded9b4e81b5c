"""A sealed file opens with its passphrase only, whole only, and says what is wrong with it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shared_key import CHEAP

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.kits import (
    LETTERS,
    Purpose,
    as_made,
    bits_of_made,
    fingerprint_of,
    made_passphrase,
)
from dialogueprep.store import sealing
from dialogueprep.store.keys import Key

DATABASE = os.urandom(9000)
DATA_KEY = os.urandom(32)
WORDS = "quiet harbour lantern"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)


def wrap(passphrase: str = WORDS) -> sealing.Wrap:
    return sealing.derived(Key.passphrase(passphrase), CHEAP)


def sealed(folder: Path, passphrase: str = WORDS) -> Path:
    path = folder / "one.dlg"
    sealing.seal(DATABASE, DATA_KEY, Purpose.AGENDA, wrap(passphrase), path)
    return path


def code_of(path: Path, passphrase: str = WORDS) -> str:
    try:
        sealing.unseal(sealing.read(path), Key.passphrase(passphrase))
    except Trouble as trouble:
        assert trouble.facts["name"] == path.name
        return trouble.code
    return ""


def test_what_was_sealed_comes_out_with_the_passphrase(tmp_path: Path) -> None:
    path = sealed(tmp_path)
    found = sealing.read(path)
    assert found.purpose is Purpose.AGENDA
    assert sealing.unseal(found, Key.passphrase(WORDS)) == (DATABASE, DATA_KEY)
    assert DATA_KEY not in path.read_bytes()


def test_a_wrong_passphrase_is_told_from_damage(tmp_path: Path) -> None:
    assert code_of(sealed(tmp_path), "quiet harbour lamp") == "kit-passphrase"


def test_a_made_passphrase_may_be_typed_in_capitals_and_without_joints(tmp_path: Path) -> None:
    made = made_passphrase()
    path = sealed(tmp_path, made)
    for typed in (made, made.upper(), made.replace("-", ""), made.replace("-", " ") + " "):
        assert code_of(path, typed) == ""
    assert code_of(path, made[:-1] + ("a" if made[-1] != "a" else "b")) == "kit-passphrase"


def test_made_passphrases_are_long_and_of_letters_that_are_not_mistaken() -> None:
    made = {made_passphrase() for _ in range(50)}
    assert len(made) == 50
    assert set("".join(made)) <= {*LETTERS, "-"}
    assert not set("01ilo") & set(LETTERS)
    assert bits_of_made() >= 90
    assert as_made("My own Words of 20 ch") == "My own Words of 20 ch"


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 9500), st.integers(0, 7))
def test_a_bit_that_is_changed_anywhere_is_noticed(at: int, bit: int) -> None:
    content = bytearray(ONE)
    at %= len(content)
    content[at] ^= 1 << bit
    assert _code(bytes(content)) in ("kit-damaged", "not-a-kit", "kit-newer", "kit-incomplete")


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 9500))
def test_a_file_whose_end_is_missing_is_called_so(length: int) -> None:
    short = ONE[: length % len(ONE)]
    assert _code(short) == ("kit-incomplete" if short else "not-a-kit")


def test_a_file_with_something_behind_it_is_damaged() -> None:
    assert _code(ONE + b"x") == "kit-damaged"


def test_a_newer_kit_is_called_newer() -> None:
    assert _code(ONE[:8] + b"\x00\x02" + ONE[10:]) == "kit-newer"


def test_a_kit_for_a_purpose_that_is_not_known_yet_is_called_newer() -> None:
    assert _code(_with_head(purpose="tomorrow")) == "kit-newer"


def test_a_head_that_asks_for_all_the_memory_is_not_followed() -> None:
    dear = {"iterations": 1, "lanes": 1, "memory": 1 << 30}
    assert _code(_with_head(cost=dear)) == "kit-damaged"


def test_the_purpose_cannot_be_changed_from_outside() -> None:
    assert _code(_with_head(purpose="whole")) == "kit-passphrase"


def test_other_files_are_no_kits(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("Notes of the day, longer than a head.")
    assert code_of(other) == "not-a-kit"
    assert code_of(tmp_path / "missing.dlg") == "kit-unreadable"


def test_a_file_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    path = sealed(tmp_path)
    before = path.read_bytes()
    with pytest.raises(Trouble, match="cannot-write"):
        sealed(tmp_path / "one.dlg")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_fingerprint_is_twenty_digits_of_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "one.dlg"
    told = sealing.seal(DATABASE, DATA_KEY, Purpose.AGENDA, wrap(), path)
    assert sealing.read(path).fingerprint == told
    assert [len(group) for group in told.split(" ")] == [4] * 5
    again = sealing.seal(DATABASE, DATA_KEY, Purpose.AGENDA, wrap(), path)
    assert again != told
    assert fingerprint_of(b"\0" * 32) == "0000 0000 0000 0000 0000"


ONE = sealing._sealed(DATABASE, DATA_KEY, Purpose.AGENDA, wrap())
FRONT = sealing._FRONT


def _with_head(**changed: object) -> bytes:
    """Return a file whose head says something else, checksum and all."""
    magic, form, length = FRONT.unpack_from(ONE)
    head = json.loads(ONE[FRONT.size : FRONT.size + length]) | changed
    head["sha256"] = sealing._checksum(head)
    written = json.dumps(head, sort_keys=True).encode()
    return FRONT.pack(magic, form, len(written)) + written + ONE[FRONT.size + length :]


def _code(content: bytes) -> str:
    try:
        head = sealing._head(content, "one")
        sealing.unseal(sealing.sealed_of(Path("one"), content, head), Key.passphrase(WORDS))
    except Trouble as trouble:
        return trouble.code
    return ""
