"""What the window needs from the system, asked before Qt is imported.

Qt's wheels bring Qt, but not the graphics, font and keyboard libraries of a Linux desktop; without
one of them Python can only say that a shared object file is missing. This module names what is
missing and the command that installs it. It imports nothing of Qt.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogueprep.words import tr

Loader = Callable[[str], object]
"""Opens a shared library by its name, or raises OSError."""


@dataclass(frozen=True, slots=True)
class Package:
    """The names of the libraries in a package, and of the package in two distributions."""

    libraries: tuple[str, ...]
    debian: str
    fedora: str


EVERYWHERE = (
    Package(("libGL.so.1", "libX11.so.6"), "libgl1", "mesa-libGL"),
    Package(("libEGL.so.1",), "libegl1", "mesa-libEGL"),
    Package(("libxkbcommon.so.0",), "libxkbcommon0", "libxkbcommon"),
    Package(("libglib-2.0.so.0", "libgthread-2.0.so.0"), "libglib2.0-0", "glib2"),
    Package(("libfontconfig.so.1", "libfreetype.so.6"), "libfontconfig1", "fontconfig"),
    Package(("libdbus-1.so.3",), "libdbus-1-3", "dbus-libs"),
)
X11 = (
    Package(("libxcb-cursor.so.0",), "libxcb-cursor0", "xcb-util-cursor"),
    Package(("libxcb-icccm.so.4",), "libxcb-icccm4", "xcb-util-wm"),
    Package(("libxcb-keysyms.so.1",), "libxcb-keysyms1", "xcb-util-keysyms"),
    Package(("libxcb-shape.so.0", "libxcb-randr.so.0"), "libxcb-shape0", "libxcb"),
    Package(("libxkbcommon-x11.so.0",), "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
WAYLAND = (
    Package(("libwayland-client.so.0",), "libwayland-client0", "libwayland-client"),
    Package(("libwayland-cursor.so.0",), "libwayland-cursor0", "libwayland-cursor"),
)
VIRTUAL_SCREEN = (
    Package((), "xvfb", "xorg-x11-server-Xvfb"),
    Package((), "xauth", "xorg-x11-xauth"),
)
_NO_SCREEN_NEEDED = frozenset({"offscreen", "minimal", "vnc", "linuxfb", "eglfs"})


@dataclass(frozen=True, slots=True)
class Report:
    """What is missing: library names, their packages, and whether there is no display."""

    libraries: tuple[str, ...]
    packages: tuple[Package, ...]
    no_display: bool

    @property
    def complete(self) -> bool:
        """Whether the window can be opened."""
        return not self.packages and not self.no_display


def missing(loader: Loader, environment: Mapping[str, str]) -> Report:
    """Return what a window would miss, given a loader of libraries and the environment."""
    names = [
        (name, package)
        for package in _needed(environment)
        for name in package.libraries
        if not _opens(loader, name)
    ]
    return Report(
        libraries=tuple(name for name, _ in names),
        packages=tuple(dict.fromkeys(package for _, package in names)),
        no_display=_wants_screen(environment) and not _has_display(environment),
    )


def explain(report: Report, *, fedora: bool = False, root: bool = False) -> str:
    """Return what is missing and the exact line that installs it; empty if nothing is missing."""
    if report.complete:
        return ""
    wanted = report.packages + (VIRTUAL_SCREEN if report.no_display else ())
    return "\n".join(
        [*_findings(report), "", f"    {_install(wanted, fedora, root)}", *_then(report)]
    )


def require() -> None:
    """Return if a window can be opened; else say what is missing and exit with status 2."""
    if not sys.platform.startswith("linux"):
        return
    report = missing(ctypes.CDLL, os.environ)
    if report.complete:
        return
    fedora = not Path("/usr/bin/apt-get").exists() and Path("/usr/bin/dnf").exists()
    print(explain(report, fedora=fedora, root=os.geteuid() == 0), file=sys.stderr)
    raise SystemExit(2)


def _needed(environment: Mapping[str, str]) -> tuple[Package, ...]:
    if not _wants_screen(environment):
        return EVERYWHERE
    wayland_only = environment.get("WAYLAND_DISPLAY") and not environment.get("DISPLAY")
    return EVERYWHERE + (WAYLAND if wayland_only else X11)


def _wants_screen(environment: Mapping[str, str]) -> bool:
    platform = environment.get("QT_QPA_PLATFORM", "").split(":")[0]
    return platform not in _NO_SCREEN_NEEDED


def _has_display(environment: Mapping[str, str]) -> bool:
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _opens(loader: Loader, name: str) -> bool:
    try:
        loader(name)
    except OSError:
        return False
    return True


def _findings(report: Report) -> Iterable[str]:
    if report.libraries:
        yield tr(
            "The window needs system libraries that are missing here: {libraries}.",
            libraries=", ".join(report.libraries),
        )
    if report.no_display:
        yield tr(
            "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Start the program "
            "in a desktop session, or give it a virtual screen."
        )
    yield tr("This line installs what is missing:")


def _install(packages: Iterable[Package], fedora: bool, root: bool) -> str:
    sudo = "" if root else "sudo "
    if fedora:
        return f"{sudo}dnf install -y {' '.join(package.fedora for package in packages)}"
    names = " ".join(package.debian for package in packages)
    return f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {names}"


def _then(report: Report) -> Iterable[str]:
    yield ""
    if report.no_display:
        yield tr("Then, for a virtual screen: xvfb-run -a {command}", command=_again())
    yield tr("The command line needs none of this: {command}", command=f"{_again()} --help")


def _again() -> str:
    """Return the command that started the program, as far as it is known."""
    return ".tools/bin/uv run main.py" if Path(sys.argv[0]).name == "main.py" else "dialogueprep"
