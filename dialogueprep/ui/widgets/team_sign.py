"""Whether the team of the open dialogue is in step, at the top of the window."""

from __future__ import annotations

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.store import whether
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.words import ntr, tr


class TeamSign(Button):
    """Shown while the open dialogue has a team; it opens the dialog that tells more."""

    def __init__(self) -> None:
        super().__init__("", "quiet", "folder-sync", small=True, on_click=self._open)
        self._session: Session | None = None
        self.hide()

    def follow(self, session: Session) -> None:
        """Show from now on how the teams of a session stand."""
        self._session = session
        session.teamed.connect(self.refresh)
        session.dialogue_changed.connect(self.refresh)
        session.changed.connect(lambda _changes: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show how the team of the open dialogue stands, if it has one."""
        session = self._session
        if session is None or not session.is_open:
            return
        dialogue = session.dialogue
        shared = dialogue is not None and whether.shared(session.store, dialogue)
        self.setVisible(shared)
        if dialogue is not None and shared:
            self._show_team(session, dialogue)

    def _show_team(self, session: Session, dialogue: DialogueId) -> None:
        from dialogueprep.store import conflicts

        open_ = len({it.root for it in conflicts.waiting(session.store, dialogue)})
        words, icon = tr("Team"), "folder-sync"
        if session.team.state(dialogue).error is not None:
            words, icon = tr("Team folder not in reach"), "folder-x"
        elif open_:
            words, icon = ntr("{n} to decide on", "{n} to decide on", open_), "git-merge"
        self.setText(words)
        self.set_icon(icon)
        self.setToolTip(tr("Team folder"))
        self.setAccessibleName(tr("{kind}: {title}", kind=tr("Team folder"), title=words))

    def _open(self) -> None:
        from dialogueprep.ui.dialogs.team_folder import TeamFolderDialog

        if self._session is not None:
            TeamFolderDialog(self.window(), self._session).exec()
