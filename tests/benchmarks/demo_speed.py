"""How long `demo` takes, as a user runs it: a whole process, from its start to its end.

Run it with the project's environment: python tests/benchmarks/demo_speed.py [RUNS]

Beside it stands a process that imports the same libraries and makes nothing.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 15
IMPORTS = "import click, docx, reportlab.platypus, pikepdf, pypdfium2, sqlite_utils, sqlcipher3"


def seconds(command: list[str], home: Path) -> float:
    """Return how long a process of the project's Python takes."""
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE")}
    own = {"HOME": str(home), "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=inherited | own | folders,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - began


def machine() -> str:
    """Return what the figures were measured on."""
    names = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.split(": ")[1] for line in names if line.startswith("model name")), "?")
    return f"{model}, {os.cpu_count()} cores, {platform.platform()}, {platform.python_version()}"


def main(runs: int = 3) -> int:
    """Measure, print, and return 0 if the promise is kept."""
    whole: list[float] = []
    bare: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for run in range(runs + 1):
            target = Path(folder) / f"demo {run}"
            whole.append(seconds(["main.py", "demo", "--out", str(target)], Path(folder)))
            bare.append(seconds(["-c", IMPORTS], Path(folder)))
            files = sum(path.is_file() for path in target.rglob("*"))
    # The first run of each compiles the modules and is told apart.
    own, imports = statistics.median(whole[1:]), statistics.median(bare[1:])
    print(f"{machine()}; medians of {runs} processes each")
    print(
        f"demo, {files} files: {own:.2f} s (at most {MOST_SECONDS}); with modules to compile ",
        end="",
    )
    print(f"{whole[0]:.2f} s; its libraries alone {imports:.2f} s")
    return int(own > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
