"""What compares words is imported where it is used first, which may be in two threads at once."""

from __future__ import annotations

import subprocess
import sys

AT_ONCE = """
import sys
import threading

from dialogueprep.domain.identity.named.near import nearly
from dialogueprep.domain.library import Dimension, Topic, TopicId
from dialogueprep.domain.likeness import alike
from dialogueprep.domain.texts import Texts

titles = Texts.of(en="Share berth data between ports")
topics = [Topic(id=TopicId(n), titles=titles, dimension=Dimension.ECONOMIC) for n in "ab"]
start, wrong = threading.Barrier(3), []


def search():
    import dialogueprep.store.near_words


def run(first_use):
    start.wait()
    try:
        first_use()
    except ImportError as error:
        wrong.append(error)


uses = search, lambda: nearly("okabe haruka", "okabe haruko"), lambda: alike(topics, {})
threads = [threading.Thread(target=run, args=[use]) for use in uses]
sys.setswitchinterval(1e-6)
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
sys.exit(len(wrong) if "rapidfuzz.fuzz" in sys.modules else "nothing was compared")
"""


def test_first_comparisons_in_three_threads_do_not_meet_half_made() -> None:
    command = [sys.executable, "-c", AT_ONCE]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
