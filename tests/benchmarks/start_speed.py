"""From process start to a usable window with the sample, beside a bare PySide6 window.

Run it with the project's environment: python tests/benchmarks/start_speed.py [RUNS]
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MOST_TIMES_A_BARE_WINDOW = 3.0
MOST_MEGABYTES = 110

KEY = "07" * 32  # a key file's key: no time goes into deriving one from a passphrase

PREPARE = """
from dialogueprep import paths
from dialogueprep.store import workspace
from dialogueprep.store.keys import Key
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.workflows import sample
folder = paths.workspaces() / "benchmark"
store = workspace.create(folder, Key.from_environment(), "Benchmark")
sample.put_in_library(store)
dialogue = sample.put_in_sample(store)
store.close()
MachineSettings(last_workspace=str(folder), open_dialogues={str(folder): dialogue}).save()
"""

# Says READY once all events are done with: the window has been painted and waits for the user.
READY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
def ready():
    for _ in range(3):
        QApplication.processEvents()
    memory = next(line for line in open("/proc/self/status") if line.startswith("VmRSS"))
    assert any(widget.isVisible() for widget in QApplication.topLevelWidgets())
    print("READY", memory.split()[1], flush=True)
    QApplication.quit()
"""

BARE = f"""{READY}
from PySide6.QtWidgets import QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, ready)
application.exec()
"""

# The first lines do what the program itself does before it imports Qt.
WHOLE = f"""from dialogueprep import cli
import gc; gc.disable()
from dialogueprep.ui import features; features.leave_out()
{READY}
run = QApplication.exec
def run_and_tell(*_):
    QTimer.singleShot(0, ready)
    return run()
QApplication.exec = run_and_tell
cli.run([])
"""


@dataclass(frozen=True)
class Start:
    """One start: seconds until the window could be used, and resident megabytes then."""

    seconds: float
    megabytes: float


def surroundings(home: Path) -> dict[str, str]:
    """Return the environment of a process that lives in this home, and compiles modules once."""
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE")}
    own = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "DIALOGUEPREP_KEY": KEY}
    own["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    return inherited | own | folders


def start(script: str, home: Path) -> Start:
    """Return the measures of one fresh process that says when its window can be used."""
    command = [sys.executable, "-c", script]
    began = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=surroundings(home)
    ) as process:
        for line in process.stdout or ():
            if line.startswith("READY"):
                return Start(time.perf_counter() - began, int(line.split()[1]) / 1024)
    raise SystemExit(f"The process ended with status {process.returncode} before it was ready.")


def machine() -> str:
    """Return what the figures were measured on."""
    names = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.split(": ")[1] for line in names if line.startswith("model name")), "?")
    return f"{model}, {os.cpu_count()} cores, {platform.platform()}, {platform.python_version()}"


def report(name: str, starts: list[Start]) -> Start:
    """Print the medians of a kind of start, and return them."""
    median = Start(
        statistics.median(each.seconds for each in starts),
        statistics.median(each.megabytes for each in starts),
    )
    print(f"{name:24} {median.seconds * 1000:7.0f} ms   {median.megabytes:6.1f} MB")
    return median


def main(runs: int = 15) -> int:
    """Measure, print, and return 0 if the promise is kept."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        subprocess.run(
            [sys.executable, "-c", PREPARE], cwd=ROOT, env=surroundings(home), check=True
        )
        pairs = [(start(BARE, home), start(WHOLE, home)) for _ in range(runs + 1)][1:]
    print(f"{machine()}; medians of {runs} starts each")
    bare = report("bare PySide6 window", [pair[0] for pair in pairs])
    whole = report("window with the sample", [pair[1] for pair in pairs])
    times = whole.seconds / bare.seconds
    print(f"{times:.2f} times a bare window (at most {MOST_TIMES_A_BARE_WINDOW:g}); ", end="")
    print(f"{whole.megabytes:.0f} MB (under {MOST_MEGABYTES})")
    return int(times > MOST_TIMES_A_BARE_WINDOW or whole.megabytes >= MOST_MEGABYTES)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
