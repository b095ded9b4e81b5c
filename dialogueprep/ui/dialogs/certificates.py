"""The log of what was destroyed in this workspace: one act each, with its certificate."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.domain.destroying import Act, What
from dialogueprep.store import purging
from dialogueprep.ui import dates, painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.certificate_view import CertificateView
from dialogueprep.ui.widgets.empty import EmptyState
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import clauses, tr


class _ActRows(RowDelegate):
    height = 50

    def paint_row(self, p: QPainter, w: int, h: int, value: Act, state: RowState) -> None:
        high = theme.scaled(19)
        painting.text(p, 16, 6, w - 32, high, _what(value), "strong")
        painting.text(p, 16, 7 + high, w - 32, high, _about(value), "small", "ink2")


class CertificatesDialog(QDialog):
    """All acts at the left, the certificate of the chosen one beside them."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Certificates"))
        self._model: ListModel[Act] = ListModel(_what, key=lambda a: a.id, spoken=_spoken)
        self.list = RowList(self._model, _ActRows(), name=tr("Certificates"))
        self.view = CertificateView(session)
        self.list.chosen.connect(self._show)
        self.save = Button(
            tr("Save as PDF"), "primary", "file-output", on_click=self.view.ask_where
        )
        close = Button(tr("Close"), on_click=self.reject)
        acts = purging.acts(session.store)
        self._model.show_rows(acts)
        if not acts:  # to show it before it has an owner would open a window
            self.save.hide()
        self.setLayout(
            column(
                column(Label(self.windowTitle(), "title"), margins=(28, 20, 28, 14)),
                hairline(),
                (self._both() if acts else _nothing(), 1),
                hairline(),
                row(self.save, (self.view.said, 1), close, margins=(28, 10, 28, 14)),
                gap=0,
            )
        )
        self.resize(860, 680)
        self.list.choose_first()
        (self.list if acts else close).setFocus()

    def _both(self) -> QWidget:
        left = box(column(self.list), "paper", width=250)
        return box(row(left, hairline("down"), (scrolled(self.view, "paper"), 1), gap=0))

    def _show(self, act: Act | None) -> None:
        if act is not None:
            self.view.show_act(act)


def _nothing() -> QWidget:
    return EmptyState(tr("Nothing was destroyed in this workspace."))


def _what(act: Act) -> str:
    notes = act.target.what is What.NOTES
    return tr("Raw notes destroyed") if notes else tr("Dialogue purged")


def _about(act: Act) -> str:
    return clauses((dates.day(act.on), act.name or act.target.dialogue[:8]))


def _spoken(act: Act) -> str:
    return clauses((_what(act), _about(act)))
