"""The launcher says what the system lacks before Qt is imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dialogueprep import preflight

SCREEN = {"DISPLAY": ":0"}
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def lacking(*absent: str) -> preflight.Loader:
    def load(name: str) -> object:
        if name in absent:
            raise OSError(f"{name}: cannot open shared object file")
        return name

    return load


def nothing(name: str) -> object:
    raise OSError(name)


def test_a_complete_system_misses_nothing() -> None:
    report = preflight.missing(lacking(), SCREEN)
    assert report.complete
    assert preflight.explain(report) == ""


def test_the_missing_library_is_named_with_the_exact_apt_line() -> None:
    report = preflight.missing(lacking("libEGL.so.1", "libxcb-cursor.so.0"), SCREEN)
    words = preflight.explain(report)
    assert "libEGL.so.1, libxcb-cursor.so.0" in words
    assert (
        "    sudo apt-get update && sudo apt-get install -y --no-install-recommends "
        "libegl1 libxcb-cursor0\n" in words
    )


def test_root_and_fedora_get_their_own_line() -> None:
    report = preflight.missing(lacking("libEGL.so.1"), SCREEN)
    assert "    apt-get update && apt-get install" in preflight.explain(report, root=True)
    assert "    sudo dnf install -y mesa-libEGL\n" in preflight.explain(report, fedora=True)


def test_a_missing_display_is_said_and_a_virtual_screen_offered() -> None:
    report = preflight.missing(lacking(), {})
    words = preflight.explain(report)
    assert report.no_display
    assert not report.libraries
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in words
    assert "--no-install-recommends xvfb xauth\n" in words
    assert "xvfb-run -a" in words


def test_offscreen_needs_neither_display_nor_screen_libraries() -> None:
    screen_only = [name for package in preflight.X11 for name in package.libraries]
    assert preflight.missing(lacking(*screen_only), OFFSCREEN).complete
    assert preflight.missing(nothing, OFFSCREEN).packages == preflight.EVERYWHERE


@pytest.mark.parametrize(
    ("environment", "needed"),
    [
        ({"DISPLAY": ":0"}, preflight.X11),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, preflight.X11),
        ({"WAYLAND_DISPLAY": "wayland-0"}, preflight.WAYLAND),
    ],
)
def test_the_libraries_of_the_screen_that_is_there_are_asked_for(
    environment: dict[str, str], needed: tuple[preflight.Package, ...]
) -> None:
    report = preflight.missing(nothing, environment)
    assert report.packages == preflight.EVERYWHERE + needed


def test_a_package_is_named_once() -> None:
    report = preflight.missing(nothing, OFFSCREEN)
    names = [package.debian for package in report.packages]
    assert len(names) == len(set(names))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries")
def test_without_a_display_the_window_exits_with_status_2_and_says_why() -> None:
    script = (
        "import os; os.environ.clear(); from dialogueprep import preflight; preflight.require()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "DISPLAY" in done.stderr
    assert done.stdout == ""
