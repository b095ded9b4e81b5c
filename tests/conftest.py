"""What all tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says how busy the machine is, and nothing of the law.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the empty home that all tests live in; the user's folders and keys stay untouched."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE"):
            patch.setenv(name, str(home))
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        patch.delenv("DIALOGUEPREP_KEY", raising=False)
        yield home


@pytest.fixture(scope="session")
def prepared_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a workspace with the shipped library and the sample, to copy."""
    from shared_key import KEY

    from dialogueprep.store import workspace
    from dialogueprep.workflows.sample import put_in_library, put_in_sample

    folder = tmp_path_factory.mktemp("prepared") / "workspace"
    with workspace.create(folder, KEY, "Test") as store:
        put_in_library(store)
        put_in_sample(store)
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--approve``: what documents look like now becomes the approved look."""
    parser.addoption("--approve", action="store_true", help="Approve documents as they are.")
