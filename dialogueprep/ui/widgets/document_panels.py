"""Two panels of Documents: the products, and the passages with the release."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.decisions import Ground
from dialogueprep.store.documents import KeptPassage, Release
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.products import AudienceRow, ProductRow
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.designation_warnings import DesignationWarnings
from dialogueprep.ui.widgets.empty import EmptyState, Offer
from dialogueprep.ui.widgets.labels import IconLabel, Label
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.passages import KEPT_AS, Passage, PassageList
from dialogueprep.ui.widgets.public_note import PublicNote
from dialogueprep.ui.widgets.questions_note import QuestionsNote
from dialogueprep.ui.widgets.terms_strip import TermsStrip
from dialogueprep.words import ntr, sentences, tr
from dialogueprep.workflows.release import FORMATS, Format


class _ProductRows(RowDelegate):
    lined = False
    text_left = 16

    def row_height(self, value: Any, width: int) -> int:
        return theme.scaled(38 if isinstance(value, AudienceRow) else 50)

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        line = theme.scaled(20)
        if isinstance(value, AudienceRow):
            painting.text(p, 16, h - line - 4, w - 24, line, value.words, "label", "ink2")
            return
        painting.icon(p, 20, 9, "file-text", "accent" if state.selected else "ink2")
        role = "strong" if state.selected else "body"
        painting.text(p, 44, 6, w - 56, line, value.words, role)
        ink = "ok" if value.released else "ink3"
        painting.text(p, 44, 6 + line, w - 56, theme.scaled(18), value.state, "small", ink)

    def ground(self, value: Any, state: RowState) -> str | None:
        if isinstance(value, AudienceRow):
            return None
        if state.selected:
            return "sheet"
        return "hover" if state.hover else None


class ProductPanel(QFrame):
    """Products by audience; ``chosen`` carries the row."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = ListModel(
            lambda r: r.words,
            lambda r: r.id,
            spoken=lambda r: f"{r.words}, {getattr(r, 'state', '')}",
            flags=_flags,
        )
        self.list = RowList(self._model, _ProductRows(), name=tr("Products"), on="shade")
        self.list.chosen.connect(self.chosen)
        self.setFocusProxy(self.list)
        self.elsewhere = Button(tr("Check another document"), "quiet", "file-search", small=True)
        self.texts = Button(tr("Texts of documents"), "quiet", "file-text", small=True)
        self.texts.setToolTip(tr("What a concept note, a press line and others say in your words"))
        texts = row(self.texts, None, margins=(8, 6, 8, 0))
        foot = row(self.elsewhere, None, margins=(8, 0, 8, 2))
        self.setLayout(column((self.list, 1), hairline(), texts, foot, gap=0, margins=(0, 4, 0, 8)))

    def value(self) -> ProductRow | None:
        """Return the chosen product."""
        found = self.list.value()
        return found if isinstance(found, ProductRow) else None

    def show_rows(
        self, rows: Sequence[AudienceRow | ProductRow], at_first: Product = Product.MEETING_BRIEF
    ) -> None:
        """Show these; the chosen product stays chosen."""
        first = self._model.rowCount() == 0
        self._model.show_rows(list(rows))
        if first:
            self.list.blockSignals(True)
            self.list.choose(str(at_first))
            self.list.blockSignals(False)


def _flags(value: Any) -> Qt.ItemFlag:
    usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    return Qt.ItemFlag.ItemIsEnabled if isinstance(value, AudienceRow) else usual


class ReleasePanel(QFrame):
    """What is missing before the document may leave, or the buttons that let it."""

    wanted = Signal(object)
    print_wanted = Signal()
    evidence_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sentence = Label("", "small", wrap=True)
        self._evidence = Button(tr("Evidence sheet"), "link")
        self._evidence.clicked.connect(self.evidence_wanted)
        self._files = QVBoxLayout()
        self._files.setSpacing(3)
        choices: list[tuple[str, str, tuple[Format, ...]]] = [
            (tr("Word"), "file-text", ("docx",)),
            (tr("PDF"), "file-text", ("pdf",)),
            (tr("Both"), "files", FORMATS),
        ]
        self.buttons = [
            Button(words, "plain", icon, on_click=partial(self.wanted.emit, formats))
            for words, icon, formats in choices
        ]
        self.print = Button("", "plain", "printer", tooltip=tr("Print (Ctrl+P)"))
        self.print.setAccessibleName(tr("Print"))
        self.print.clicked.connect(self.print_wanted)
        self.buttons.append(self.print)
        self.setLayout(
            column(
                row(Label(tr("Release"), "label"), None, self._evidence),
                self._sentence,
                self._files,
                row(*self.buttons, None, gap=8),
                gap=8,
                margins=(16, 12, 16, 14),
            )
        )
        self.show_released(())

    def show_open(self, count: int, kept: int = 0) -> None:
        """Say what is missing, or that the document may leave, with so many passages kept."""
        if count:
            sentence = ntr("Decide on {n} passage first.", "Decide on {n} passages first.", count)
        elif kept:
            sentence = tr("No known form of a name was found beside what was kept.")
        else:
            sentence = tr("No known form of a name was found.")
        after = tr("The finished file is then read back, word by word.")
        self._sentence.setText(sentences((sentence, after)))
        for button in self.buttons:
            button.setEnabled(not count)

    def leave_word_only(self) -> None:
        """Take back the offer of a PDF, which cannot be drawn."""
        for button in self.buttons[1:]:
            button.setEnabled(False)

    def hold(self, sentence: str) -> None:
        """Say why nothing can be released."""
        self._sentence.setText(sentence)
        for button in self.buttons:
            button.setEnabled(False)

    def show_released(self, released: Sequence[Release]) -> None:
        """Show the files that were just released, with the beginning of their hashes."""
        clear(self._files)
        for it in released:
            self._files.addLayout(
                row(
                    IconLabel("circle-check", "ok"),
                    (Label(it.file_name, "small", "ink", elide=True), 1),
                    Label(it.sha256[:10], "caption"),
                    gap=8,
                )
            )

    def show_evidence(self, there: bool) -> None:
        """Offer the evidence sheet once something was released."""
        self._evidence.setVisible(there)


class PassagePanel(QFrame):
    """Open passages, those settled, and the release at the foot."""

    undecided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list = PassageList()
        self.words = DesignationWarnings()
        self.terms = TermsStrip()
        self.public = PublicNote()
        self.questions = QuestionsNote()
        self.release = ReleasePanel()
        self._count = Label("", "small")
        self._clean = Label("", wrap=True)
        self._clean_box = box(row(IconLabel("circle-check", "ok", 20), (self._clean, 1), gap=10))
        self._settled = QVBoxLayout()
        self._settled.setSpacing(6)
        inside = column(
            Label(tr("Terms of the items"), "label"),
            self.terms,
            10,
            self.public,
            row(Label(tr("Identifying passages"), "head"), None, self._count),
            Label(tr("What in this text could identify a participant."), "small", wrap=True),
            8,
            self._clean_box,
            self.list,
            self.questions,
            10,
            self.words,
            6,
            self._settled,
            None,
            gap=4,
            margins=(16, 12, 16, 12),
        )
        holder = QWidget()
        holder.setLayout(inside)
        self.setLayout(column((scrolled(holder, "paper"), 1), hairline(), self.release, gap=0))
        self._open = 0

    def show_open(self, passages: Sequence[Passage], kept: int = 0) -> None:
        """Show the passages to decide on; ``kept`` stand beside them and are decided."""
        self._open = len(passages)
        self.list.show_passages(passages)
        self.list.setVisible(bool(passages))
        self._clean_box.setVisible(not passages)
        nothing_known = tr("Nothing here is known to identify a participant.")
        self._clean.setText(tr("Nothing here is left to decide.") if kept else nothing_known)
        self.release.show_open(len(passages), kept)
        self._count.setText(tr("{n} open", n=len(passages)) if passages else "")

    def wait(self) -> None:
        """Say nothing of passages before the document has been examined."""
        for shown in (self.list, self._clean_box):
            shown.hide()
        self.show_settled(0, ())
        self._count.setText("")
        self.release.hold(tr("The document is being examined."))

    def show_settled(
        self, rewritten: int, kept: Sequence[KeptPassage], gone: Sequence[KeptPassage] = ()
    ) -> None:
        """Show how many were rewritten (their words are gone), then each that was kept; at the end

        those whose words are no longer there.
        """
        clear(self._settled)
        if not rewritten and not kept and not gone:
            return
        total = str(rewritten + len(kept))
        self._settled.addLayout(row(Label(tr("Settled"), "label"), None, Label(total, "caption")))
        if rewritten:
            self._settled.addLayout(
                row(
                    IconLabel("check", "ok"),
                    Label(tr("{n} rewritten", n=rewritten), "small", "ink"),
                    None,
                    Label(tr("words not kept"), "caption"),
                    gap=8,
                )
            )
        for each in kept:
            self._add_settled(each, IconLabel("circle-check", "ok"), _why(each))
        for each in gone:
            self._add_settled(each, IconLabel("circle-dashed", "ink3"), tr("Not in it any more"))

    def _add_settled(self, kept: KeptPassage, sign: IconLabel, why: str) -> None:
        back = Button(tr("Take back"), "link", small=True)
        back.clicked.connect(lambda: self.undecided.emit(kept))
        words = Label(tr("“{words}”", words=kept.words), "small", "ink", elide=True)
        self._settled.addLayout(row(sign, (words, 1), back, gap=8))
        self._settled.addLayout(row(22, (Label(why, "caption", wrap=True), 1)))


def _why(kept: KeptPassage) -> str:
    """Return on which ground a passage was kept, and the words beside it."""
    told = tr(KEPT_AS[Ground(kept.ground)]) if kept.ground in KEPT_AS else ""
    return ": ".join(filter(None, (told, kept.reason)))


def no_dialogue(go_home: Callable[[], object]) -> EmptyState:
    """Return what stands there while no dialogue is open."""
    return EmptyState(
        tr("No dialogue is open"),
        tr("Documents are made from a dialogue’s agenda, people and findings."),
        Offer(tr("Choose a dialogue"), tr("Home shows where each of them stands"), go_home),
    )
