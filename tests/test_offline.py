"""The program opens no network socket, and its command line needs no Qt."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
QT_FREE = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in (ROOT / "dialogueprep").rglob("*.py")
    if "ui" not in path.parts and path.name not in {"app.py", "__init__.py"}
)

WATCHED = """
import json, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError("Qt is not here: " + name)

calls = []

def watch(event, arguments):
    # AF_INET is 2 everywhere; AF_INET6 differs: local sockets (AF_UNIX) are 1
    if event == "socket.__new__" and arguments[1] not in (-1, 1):
        calls.append([event, str(arguments[1:])])
    if event in {"socket.getaddrinfo", "socket.connect", "socket.bind", "socket.sendto"}:
        calls.append([event, str(arguments[1:])])

sys.addaudithook(watch)
"""


def run_watched(script: str, *, qt: bool) -> list[list[str]]:
    """Return the network calls of a script; `qt` says whether Qt may be imported in it."""
    block = "" if qt else "sys.meta_path.insert(0, NoQt())\n"
    whole = f"{WATCHED}{block}{script}\nprint('CALLS', json.dumps(calls))"
    done = subprocess.run(
        [sys.executable, "-c", whole], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.rsplit("CALLS ", 1)[1])


def command(*arguments: str) -> str:
    return f"from dialogueprep import cli\nassert cli.run({list(arguments)!r}) == 0"


def test_the_watch_sees_a_network_socket_and_lets_local_ones_pass() -> None:
    opened = run_watched("import socket; socket.socket().close()", qt=False)
    assert [event for event, _ in opened] == ["socket.__new__"]
    local = "import socket; socket.socket(socket.AF_UNIX).close()"
    assert run_watched(local, qt=False) == []


def test_all_below_the_window_is_imported_without_qt_and_network() -> None:
    script = f"import importlib\nfor name in {QT_FREE!r}: importlib.import_module(name)"
    assert run_watched(script, qt=False) == []


@pytest.mark.parametrize(
    "arguments",
    [("--version",), ("library", "list", "--json"), ("library", "search", "maritime", "--json")],
    ids=" ".join,
)
def test_the_command_line_runs_without_qt_and_network(
    arguments: tuple[str, ...], own_home: Path
) -> None:
    assert run_watched(command(*arguments), qt=False) == []


WINDOW = """
import os, re
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["DIALOGUEPREP_KEY"] = "07" * 32
from dialogueprep import cli, paths
from dialogueprep.store import workspace
from dialogueprep.store.keys import Key
from dialogueprep.workflows import sample
folder = paths.workspaces() / "offline"
store = workspace.create(folder, Key.from_environment(), "Offline")
sample.put_in_library(store)
sample.put_in_sample(store)
store.close()
from PySide6.QtWidgets import QApplication
def look_around(*_):
    for _ in range(5):
        QApplication.processEvents()
    assert any(widget.isVisible() for widget in QApplication.topLevelWidgets())
    calls.extend(internet_sockets())
    return 0
def internet_sockets():
    # Sockets that Qt opens in C++ raise no audit event: ask the kernel.
    open_here = set()
    for number in os.listdir("/proc/self/fd"):
        try:
            open_here.update(re.findall("socket:.([0-9]+)", os.readlink(f"/proc/self/fd/{number}")))
        except FileNotFoundError:
            continue  # the one that listed the folder
    for kind in ("tcp", "tcp6", "udp", "udp6"):
        table = f"/proc/self/net/{kind}"
        rows = open(table).read().splitlines()[1:] if os.path.exists(table) else []
        yield from ([kind, row] for row in rows if row.split()[9] in open_here)
QApplication.exec = look_around
assert cli.run(["--workspace", str(folder)]) == 0
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux for open sockets")
def test_the_window_with_the_sample_opens_no_network_socket() -> None:
    assert run_watched(WINDOW, qt=True) == []
