"""A recovery key is read back as it was printed, and a slip is found in its group."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain import recovery
from dialogueprep.domain.errors import Refused

SECRETS = st.binary(min_size=recovery.BYTES, max_size=recovery.BYTES)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(SECRETS)
def test_what_is_printed_is_read_back(secret: bytes) -> None:
    groups = recovery.groups(secret)
    assert len(groups) == 8 and {len(group) for group in groups} == {5}
    assert recovery.secret_of(" ".join(groups)) == secret
    assert recovery.secret_of("-".join(groups).lower()) == secret
    looks_alike = "".join(groups).replace("0", "o").replace("1", "l")
    assert recovery.secret_of(looks_alike) == secret


@settings(max_examples=200)
@given(SECRETS, st.integers(0, 39), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_found_in_its_group(secret: bytes, place: int, letter: str) -> None:
    written = "".join(recovery.groups(secret))
    wrong = written[:place] + letter + written[place + 1 :]
    if wrong != written:
        with pytest.raises(Refused, match="recovery-key-group") as refused:
            recovery.secret_of(wrong)
        assert refused.value.facts["number"] == place // 5 + 1


@given(SECRETS, st.integers(0, 38))
def test_two_letters_or_groups_that_changed_places_are_found(secret: bytes, place: int) -> None:
    written = list("".join(recovery.groups(secret)))
    before = written.copy()
    written[place], written[place + 1] = written[place + 1], written[place]
    if written != before and place % 5 != 4:
        with pytest.raises(Refused, match="recovery-key-group"):
            recovery.secret_of("".join(written))
    groups = list(recovery.groups(secret))
    groups[2], groups[5] = groups[5], groups[2]
    with pytest.raises(Refused, match="recovery-key-group"):
        recovery.secret_of("".join(groups))


@pytest.mark.parametrize("typed", ["", "ABCDE", "a passphrase of somebody"])
def test_what_is_too_short_is_said_to_be(typed: str) -> None:
    with pytest.raises(Refused, match="recovery-key-length"):
        recovery.secret_of(typed)
