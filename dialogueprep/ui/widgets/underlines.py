"""Waves under the passages of a text that identify somebody, or may."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from dialogueprep.domain.gate import Level
from dialogueprep.ui import painting

_LINES = {Level.BLOCK: "block_line", Level.WARN: "warn_line"}


class Underlines(QSyntaxHighlighter):
    """Draws a wave under passages: their places as Qt counts, and how grave.

    Only lines in which a wave has changed are drawn anew.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._waves: dict[int, list[tuple[int, int, Level]]] = {}  # of each line, within it
        self._lines = 1

    def draw(self, passages: Iterable[tuple[int, int, Level]]) -> None:
        """Draw these; Qt has drawn those known anew where the text has just changed."""
        document, before = self.document(), self._waves
        self._waves = self._by_line(passages)
        moved, self._lines = document.blockCount() != self._lines, document.blockCount()
        if moved and (before or self._waves):
            self.rehighlight()
            return
        for line in before.keys() | self._waves.keys():
            if before.get(line) != self._waves.get(line):
                self.rehighlightBlock(document.findBlockByNumber(line))

    def _by_line(
        self, passages: Iterable[tuple[int, int, Level]]
    ) -> dict[int, list[tuple[int, int, Level]]]:
        waves: dict[int, list[tuple[int, int, Level]]] = defaultdict(list)
        for first, last, level in passages:
            block = self.document().findBlock(first)
            while block.isValid() and block.position() < last:
                start, end = block.position(), block.position() + block.length()
                at = max(first, start) - start
                waves[block.blockNumber()].append((at, min(last, end) - start - at, level))
                block = block.next()
        return dict(waves)

    def highlightBlock(self, text: str) -> None:
        for at, length, level in self._waves.get(self.currentBlock().blockNumber(), ()):
            self.setFormat(at, length, _wave(_LINES[level]))


def _wave(ink: str) -> QTextCharFormat:
    wave = QTextCharFormat()
    wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    wave.setUnderlineColor(painting.colour(ink))
    return wave
