"""What was typed into a form that a lock closed: it waits in the workspace until one is back."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from dialogueprep.commands.workspace import Typed
from dialogueprep.ui.widgets.fields import (
    PassphraseField,
    SavingField,
    SavingLine,
    SearchField,
    WritingField,
)

PASSING = "passing"
"""The property of a field whose words are not kept: a name typed to say yes, part of a key."""
_NOT_KEPT = (PassphraseField, SavingField, SavingLine, SearchField)
"""Fields whose words are secret, are written anyway, or were only to find something."""


def typed() -> tuple[Typed, ...]:
    """Return the title of each form that is open, with the words that somebody typed into it."""
    windows = (w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog))
    dialogs = [each for each in windows if each.isVisible()]
    for each in dialogs:
        _commit_composition(each)
    found = ((each.windowTitle(), "\n".join(_words(each))) for each in dialogs)
    return tuple(Typed(title, words) for title, words in found if words)


def _commit_composition(dialog: QDialog) -> None:
    """Take an input method's unfinished letters into the field that is written in."""
    QGuiApplication.inputMethod().commit()
    field = dialog.focusWidget()
    if isinstance(field, WritingField):
        field.commit_composition()


def _words(dialog: QDialog) -> Iterator[str]:
    for field in dialog.findChildren(QWidget):
        if not isinstance(field, _NOT_KEPT) and (words := _typed_into(field)):
            yield words


def _typed_into(field: QWidget) -> str:
    if isinstance(field, QLineEdit) and field.isModified() and not field.isReadOnly():
        return "" if field.property(PASSING) else field.text().strip()
    if isinstance(field, QPlainTextEdit) and field.document().isModified():
        return "" if field.isReadOnly() else field.toPlainText().strip()
    return ""
