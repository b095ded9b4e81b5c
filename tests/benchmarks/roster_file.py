"""How fast a large roster file is previewed: ``python tests/benchmarks/roster_file.py``.

50,000 people in .csv (Shift-JIS, many of one name) and in .xlsx: read, taken apart, compared, and
put into the list of the dialog, in time of the processor, with the number of reports of progress.
"""

from __future__ import annotations

import os
import random
import string
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from openpyxl import Workbook
from PySide6.QtWidgets import QApplication

from dialogueprep import words
from dialogueprep.domain.newcomers import Directory
from dialogueprep.exchange.people_reader import heads, open_people, people_of
from dialogueprep.ui.models.people_intake import Intaking
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.intake_view import IntakeView
from dialogueprep.workflows.people_import import compare

ROWS = 50_000
FAMILIES = ("山田", "佐藤", "鈴木", "高橋", "田中", "黒田", "五十嵐")
GIVEN = ("太郎", "花子", "健", "美咲", "亜希", "剛史", "明")


def csv_file(folder: Path) -> Path:
    """Write a list in Shift-JIS."""
    chance = random.Random(5)
    lines = ["氏名,フリガナ,所属,国籍,メール"]
    for n in range(ROWS):
        name = f"{chance.choice(FAMILIES)} {chance.choice(GIVEN)}"
        lines.append(f"{name},ヤマダ タロウ,大学{n % 700},日本,p{n}@x.example")
    file = folder / "list.csv"
    file.write_text("\n".join(lines), "cp932")
    return file


def workbook_file(folder: Path) -> Path:
    """Write a list of names in two scripts."""
    chance = random.Random(6)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("List")
    sheet.append(["姓名", "英文名", "单位", "国家", "邮箱"])
    for n in range(ROWS):
        native = chance.choice("沈林王李张") + chance.choice("昱婉静思") + chance.choice("衡远明慧")
        given = "".join(chance.choices(string.ascii_lowercase, k=7)).title()
        sheet.append([native, f"SHEN {given}", f"研究院{n % 700}", "中国", f"p{n}@x.example"])
    file = folder / "list.xlsx"
    book.save(file)
    return file


def preview(file: Path) -> tuple[float, int]:
    """Return the seconds of the processor until the list is shown, and the reports of progress."""
    told = 0

    def tick(_done: int, _every: int) -> None:
        nonlocal told
        told += 1

    begun = time.process_time()
    read = open_people(file, tick=tick)
    intake = people_of(read, read.first, None, (), tick)
    state = Intaking()
    state.show(intake, compare(intake, Directory(()), tick))
    view = IntakeView(state)
    view.resize(1080, 700)
    view.show_state(heads(read, read.first), read.sheets[read.first].lines)
    view.show()
    QApplication.processEvents()
    assert len(state.rows) == ROWS
    return time.process_time() - begun, told


def main() -> int:
    """Measure both files; 1 if one takes 5 seconds or longer."""
    application = QApplication(sys.argv[:1])
    words.use("en")
    Theme().apply("light", "en", 1.0)
    slowest = 0.0
    makers: tuple[Callable[[Path], Path], ...] = (csv_file, workbook_file)
    with tempfile.TemporaryDirectory() as folder:
        for make in makers:
            seconds, told = preview(make(Path(folder)))
            slowest = max(slowest, seconds)
            sys.stdout.write(f"{make.__name__}: {seconds:.2f} s, progress told {told} times\n")
    del application
    return slowest >= 5


if __name__ == "__main__":
    raise SystemExit(main())
