"""Two Syncthing programs on this computer's own loopback interface that keep two folders in step.

Nothing is announced, no relay is asked, and each listens on 127.0.0.1 only.
"""

from __future__ import annotations

import socket  # noqa: TID251 - for the engine that is tried, which the program does not know
import subprocess
import threading
import time
import xml.etree.ElementTree as ET
from contextlib import suppress
from pathlib import Path

_OFF = {
    "globalAnnounceEnabled": "false", "localAnnounceEnabled": "false", "relaysEnabled": "false",
    "natEnabled": "false", "startBrowser": "false", "urAccepted": "-1", "autoUpgradeIntervalH": "0",
    "crashReportingEnabled": "false", "reconnectionIntervalS": "1",
    "stunServer": "", "progressUpdateIntervalS": "1",
}  # fmt: skip


class Wire:
    """What lies between the two: passes on to a port, ``rate`` bytes a second each way, 0 for all.

    The engine's own limits do not hold on the loopback interface.
    """

    def __init__(self, to: int) -> None:
        self.rate = 0
        self._to = to
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Listen no more."""
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                try:
                    far = socket.create_connection(("127.0.0.1", self._to))
                except OSError:
                    near.close()
                    continue
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError), one, other:
            while content := one.recv(16 << 10):
                other.sendall(content)
                if self.rate:
                    time.sleep(len(content) / self.rate)


class Engine:
    """One of the two: ``folder`` is kept in step while it runs."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home, self.folder = home, folder
        self.port = free_port()
        self.wire = Wire(self.port)
        folder.mkdir(parents=True)
        _told("syncthing", "generate", f"--home={home}", "--no-default-folder")
        self.id = _told("syncthing", f"--home={home}", "--device-id").strip()
        self._running: subprocess.Popen[bytes] | None = None

    def pair_with(self, other: Engine) -> None:
        """Share the folder with the other one, at its address."""
        tree = ET.parse(self.home / "config.xml")
        root = tree.getroot()
        for device in root.findall("device"):
            root.remove(device)
        for each in (self, other):
            device = ET.SubElement(root, "device", id=each.id, name="one", compression="never")
            ET.SubElement(device, "address").text = f"tcp://127.0.0.1:{each.wire.port}"
        about = {"path": str(self.folder), "type": "sendreceive", "rescanIntervalS": "2"}
        watched = {"fsWatcherEnabled": "true", "fsWatcherDelayS": "1"}
        shared = ET.SubElement(root, "folder", id="team", label="team", **about, **watched)
        for each in (self, other):
            ET.SubElement(shared, "device", id=each.id)
        options = root.find("options")
        assert options is not None
        self._set(options, {**_OFF, "listenAddress": f"tcp://127.0.0.1:{self.port}"})
        gui = root.find("gui")
        assert gui is not None
        self._set(gui, {"address": f"127.0.0.1:{free_port()}"})
        tree.write(self.home / "config.xml")

    def start(self) -> None:
        command = ["syncthing", "serve", f"--home={self.home}", "--no-browser", "--no-restart"]
        with (self.home / "log").open("ab") as log:
            self._running = subprocess.Popen(command, stdout=log, stderr=log)

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._running is not None:
            self._running.kill()
            self._running.wait()
            self._running = None

    def _set(self, parent: ET.Element, values: dict[str, str]) -> None:
        for name, value in values.items():
            found = parent.find(name)
            node = found if found is not None else ET.SubElement(parent, name)
            node.text = value


def _told(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def free_port() -> int:
    """Return a port of the loopback interface on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
