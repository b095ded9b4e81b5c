"""Documents: what may leave, seen as it will look, with what must be decided first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import DialogueId, Phase
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.gate import Placed
from dialogueprep.domain.placed import keys_of
from dialogueprep.domain.texts import Language
from dialogueprep.sentences import explain
from dialogueprep.store import documents as store_documents
from dialogueprep.store import published
from dialogueprep.ui import theme
from dialogueprep.ui.dialogs.evidence import show_evidence
from dialogueprep.ui.jobs import Job
from dialogueprep.ui.models.document_look import DocumentLook, Proofs
from dialogueprep.ui.models.document_sources import HEADINGS, STATEMENTS, TEXTS, Source
from dialogueprep.ui.models.document_words import described
from dialogueprep.ui.models.products import ProductRow, product_rows
from dialogueprep.ui.page import Command, Count, KeyHint, Page
from dialogueprep.ui.pages.document_notices import Places, notices_of, refused
from dialogueprep.ui.pages.passage_deeds import PassageDeeds
from dialogueprep.ui.pages.releasing import Releasing
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.chairs_bullets import ChairsBullets
from dialogueprep.ui.widgets.closing_part import ClosingPart
from dialogueprep.ui.widgets.designation_warnings import warned
from dialogueprep.ui.widgets.document_panels import PassagePanel, ProductPanel, no_dialogue
from dialogueprep.ui.widgets.drafts_part import DraftsPart
from dialogueprep.ui.widgets.house_part import HousePart
from dialogueprep.ui.widgets.more_button import MoreButton
from dialogueprep.ui.widgets.panels import Panel, Panels
from dialogueprep.ui.widgets.passages import Passage
from dialogueprep.ui.widgets.preview_panel import PreviewPanel
from dialogueprep.ui.widgets.questions_note import to_answer
from dialogueprep.ui.widgets.screen_part import ScreenPart
from dialogueprep.ui.widgets.terms_parts import DesignationsPart
from dialogueprep.ui.widgets.translations_part import TranslationsPart
from dialogueprep.words import later, tr
from dialogueprep.workflows.designations import sheet_of
from dialogueprep.workflows.release import FORMATS, Format, Wanted


class DocumentsPage(Page):
    """Products by audience | the pages as they will be | identifying passages and release."""

    title = later("Documents")
    watches = (
        "dialogues", "hosts", "delegations", "items", "item_questions", "participations", "persons",
        "name_forms", "attendances", "findings", "finding_notes", "finding_answers", "notes",
        "proposals", "texts", "decisions",
        "releases", "statements", "designations", "orders", "agenda_versions", "days",
        "published", "drafts", "circulations", "follow_ups", "ratings", "recommendations",
        "settings", "topics", "topic_questions", "sources",
    )  # fmt: skip

    def __init__(self, session: Session, today: Callable[[], date] = date.today) -> None:
        super().__init__(session)
        self._today = today
        self._look: DocumentLook | None = None
        self._proofs = Proofs()
        self._job: Job | None = None
        self._again = False
        self.releasing = Releasing(self)
        self._names = DesignationsPart(session, self)
        self._elsewhere = ScreenPart(session, self)
        self._deeds = PassageDeeds(self)
        self._drafts = DraftsPart(session, self, today)
        self.add_action(self._drafts.button)
        self._closing = ClosingPart(session, self, today)
        self.add_action(self._closing.button)
        self._house = HousePart(session, self, partial(self.releasing.ask, ("pdf",)))
        self._bullets = ChairsBullets(session, self, lambda: self.language)
        parts = (self._drafts, self._closing, self._bullets, self._house)
        self.parts = (*parts, self._elsewhere, self._names)
        self.more = MoreButton(self.parts)
        self.add_action(self.more)
        self._places = Places(
            findings=partial(session.go, "findings"),
            texts=lambda: self._names.open_texts(self.product),
            languages=TranslationsPart(session, self).open,
            characters=self._house.open,
        )
        self.products = ProductPanel()
        self.preview = PreviewPanel()
        self.passages = PassagePanel()
        self._panels = Panels(
            "documents",
            session.machine,
            Panel(self.products, 216, "list-todo", tr("Products")),
            Panel(self.preview),
            Panel(self.passages, 324, "shield", tr("Identifying passages")),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panels)
        self._stack.addWidget(no_dialogue(partial(self.session.go, "home")))
        self.set_body(self._stack)
        self._connect()

    def refresh(self) -> None:
        dialogue = self.session.open_dialogue()
        self._stack.setCurrentIndex(0 if dialogue else 1)
        self.more.setVisible(dialogue is not None)
        if dialogue is None:
            return
        known = store_documents.releases(self.session.store, dialogue.id)
        prepares = dialogue.phase is Phase.PREPARING
        at_first = Product.PROGRAMME if prepares else Product.MEETING_BRIEF
        self.products.show_rows(product_rows(known, self._drafts.stage_of), at_first)
        self.preview.choices.show_product(self.product)
        self._drafts.show()
        self.passages.release.show_evidence(any(r.product == self.product for r in known))
        self._draw()

    def focus_stops(self) -> Sequence[QWidget]:
        return self._panels.panel_widgets() if self.session.dialogue else [self._stack]

    def show_subject(self, subject: object) -> None:
        """Show a product, or a document that is wanted as it is."""
        wanted = subject if isinstance(subject, Wanted) else None
        product = wanted.product if wanted else subject
        if not isinstance(product, str):
            return
        self._refresh_if_stale()
        if wanted is not None:
            self.preview.language.show_value(wanted.language)
            self.preview.choices.show_wanted(wanted)
        self.products.list.choose(product)
        self.refresh_soon()

    def attend(self) -> None:
        self.passages.list.step(1)

    def key_hints(self) -> Sequence[KeyHint]:
        return [
            KeyHint("F8", tr("next passage")),
            KeyHint("Shift+F8", tr("previous passage")),
            KeyHint("R", tr("rewrite the passage with the suggested words")),
            KeyHint("E", tr("write other words")),
            KeyHint("K", tr("keep the passage, and say why")),
            KeyHint("PgDown", tr("next page")),
            KeyHint("Ctrl+G", tr("contents of the document")),
            KeyHint("Ctrl+Down", tr("next paragraph of the page, then Enter to where it is from")),
            KeyHint("Ctrl++", tr("larger pages; Ctrl+0 fits the width, Ctrl+9 the page")),
            KeyHint("Ctrl+E", tr("release as Word and PDF")),
            KeyHint("Ctrl+P", tr("print the document")),
        ]

    def commands(self) -> Sequence[Command]:
        return [
            Command(tr("Release as Word and PDF"), self.releasing.ask, "Ctrl+E", "files"),
            Command(tr("Print the document"), self.releasing.ask_printer, "Ctrl+P", "printer"),
            Command(tr("Contents"), self.preview.ask_contents, "Ctrl+G", "table-of-contents"),
            Command(tr("Evidence sheet"), self._show_evidence, icon="shield-check"),
            *(command for part in self.parts for command in part.commands()),
        ]

    @classmethod
    def count(cls, session: Session) -> Count | None:
        return None

    # what is shown ------------------------------------------------------------------------

    @property
    def product(self) -> Product:
        """The product that is shown."""
        row = self.products.value()
        return row.product if row else Product.MEETING_BRIEF

    @property
    def languages(self) -> tuple[Language, ...]:
        """The language of the document, and the second one of a bilingual document."""
        second = self.preview.choices.second_language
        return (self.language, second) if second else (self.language,)

    @property
    def language(self) -> Language:
        """The language of the document, whatever the window's is."""
        return theme.as_language(self.preview.language.value)

    def wanted(self, dialogue: DialogueId) -> Wanted:
        """Return which document is in sight, as it was chosen."""
        choices = self.preview.choices
        return Wanted(
            dialogue=dialogue,
            product=self.product,
            language=self.language,
            on=self._today(),
            audience=choices.audience,
            second=choices.second_language,
            annexes=choices.chosen_annexes,
            changes_only=choices.changes_only,
        )

    def _draw(self) -> None:
        """Draw the document off the UI thread; a change meanwhile draws it once more."""
        if self._job is not None:
            self._again = True
            return
        dialogue = self.session.dialogue
        if dialogue is None:
            return
        gathered = self.session.attempt(
            partial(self._proofs.gather, self.session.store, self.wanted(dialogue))
        )
        if gathered is None:
            return
        if not self._is_shown():
            self.passages.wait()
        self.busy(True, tr("Drawing the pages"))
        sheet = sheet_of(self.session.store, dialogue)
        self._job = Job(partial(self._proofs.look, gathered, sheet=sheet))
        self._job.done.connect(self._show_look)
        self._job.failed.connect(self._show_failure)
        self._job.ended.connect(self._on_drawn)
        self._job.start()

    def _is_shown(self) -> bool:
        """Say whether the document that is wanted was examined before, if in an older wording."""
        brief = self._look.examined.brief if self._look else None
        choices = self.preview.choices
        wanted = (self.product, self.language, choices.second_language, choices.audience)
        return brief is not None and wanted == (
            brief.product,
            brief.language,
            brief.second,
            brief.audience,
        )

    def _on_drawn(self) -> None:
        self._job = None
        self.busy(False)
        if self._again and self.session.is_open:
            self._again = False
            self._draw()

    def _show_look(self, seen: DocumentLook) -> None:
        if not self.session.is_open:
            return  # it was locked while the pages were drawn
        another = self._look is None or self._look.whose != seen.whose
        self._look = seen
        self.notify([*notices_of(seen, self._places), *self._drafts.notices()])
        brief = seen.examined.brief
        dialogue = seen.examined.gathered.material.dialogue
        self.passages.terms.show_items(seen.examined.gathered.material.items)
        self.passages.public.show_entries(published.of_dialogue(self.session.store, dialogue.id))
        asked = to_answer(self.session.store, dialogue.id, brief)
        self.passages.questions.show_findings(asked)
        self.say(described(brief.product, brief.audience))
        self._show_pages(seen, another)
        found = seen.examined.open
        open_ = [self._passage(*it, seen) for it in zip(keys_of(found), found, strict=True)]
        focused = self.passages.list.focusWidget()
        settling = focused is not None and focused.hasFocus()
        examined = seen.examined
        self.passages.show_open(open_, len(examined.placed) - len(examined.open))
        self._tell_settled(seen)
        self.passages.words.show_warned(warned(seen.named, seen.pages))
        if seen.undrawn:
            self.passages.release.leave_word_only()
        if seen.claims:
            self.passages.release.hold(explain(seen.claims))
        if settling and not open_:
            self.passages.release.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        if current := self.passages.list.current:
            self.preview.pages.show_mark(current.key)

    def _show_pages(self, seen: DocumentLook, another: bool) -> None:
        """Show the pages of the document, another one from its first page on."""
        if seen.undrawn:
            self.preview.pages.clear_document()
        else:
            self.preview.pages.show_document(seen.pdf, seen.marks, seen.spots, seen.faces)
        if another:
            self.preview.pages.turn_to(1)
        self.preview.show_headings(seen.headings)

    def _show_failure(self, error: Exception) -> None:
        if not isinstance(error, Explained):
            raise error
        self._look = None
        self.preview.pages.clear_document()
        self.say(described(self.product, self.preview.choices.audience))
        self.passages.wait()  # nothing was examined
        self.passages.questions.show_findings([])
        self.passages.release.hold(tr("The document cannot be made as it is."))
        self.notify([refused(error, self._places)])

    def _passage(self, key: str, placed: Placed, seen: DocumentLook) -> Passage:
        held = None
        if placed.origin and self.session.dialogue:
            held = self._deeds.wording(placed)
        page = seen.pages.get(key, 1)
        return Passage(key, placed, page, rewritable=held is not None)

    def _tell_settled(self, seen: DocumentLook) -> None:
        store, it = self.session.store, seen.examined.gathered.wanted
        rewritten = store_documents.rewritten(store, it.dialogue, it.product)
        here, gone = seen.examined.parted(store_documents.kept(store, it.dialogue))
        self.passages.show_settled(rewritten, here, gone)

    # what is done -------------------------------------------------------------------------

    def _connect(self) -> None:
        pages = self.preview.pages
        self.products.elsewhere.clicked.connect(self._elsewhere.open)
        self.products.texts.clicked.connect(lambda: self._names.open_texts(self.product))
        self.products.chosen.connect(self._on_product)
        self.preview.language.chosen.connect(lambda _language: self.refresh_soon())
        self.preview.choices.changed.connect(self.refresh_soon)
        pages.marked.connect(self._on_marked)
        pages.led.connect(self._on_led)
        self.passages.list.wanted.connect(self._on_wanted)
        self.passages.undecided.connect(self._deeds.undecide)
        self.passages.words.wanted.connect(self._deeds.on_word)
        self.passages.questions.finding_wanted.connect(partial(self.session.go, "findings"))
        self.passages.release.wanted.connect(self.releasing.ask)
        self.passages.release.print_wanted.connect(self.releasing.ask_printer)
        self.passages.release.evidence_wanted.connect(self._show_evidence)
        for keys, act in (
            ("F8", partial(self._step, 1)),
            ("Shift+F8", partial(self._step, -1)),
            ("Ctrl+E", self.releasing.ask),
            ("Ctrl+P", self.releasing.ask_printer),
            *self.preview.keys(),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _on_product(self, _row: ProductRow | None) -> None:
        self.releasing.forget()
        self.preview.choices.show_product(self.product)
        self.refresh_soon()

    def _on_marked(self, key: str) -> None:
        if key.startswith("word "):
            self.passages.words.choose(key)
            return
        self.passages.list.choose(key, focus=True)
        self.preview.pages.show_mark(key)

    def _on_led(self, key: str) -> None:
        """Go to where the words of a paragraph come from."""
        source = Source.of(key)
        if source.where == HEADINGS:
            self.preview.go_to(int(source.subject))
        elif source.where == STATEMENTS:
            self._names.open_statements()
        elif source.where == TEXTS:
            self._names.open_texts(self.product)
        else:
            self.session.go(source.where, source.subject)

    def _step(self, by: int) -> None:
        if passage := self.passages.list.step(by):
            self.preview.pages.show_mark(passage.key)

    def _on_wanted(self, passage: Passage, act: str) -> None:
        if self._deeds.act(passage, act):
            return
        self.passages.list.choose(passage.key, focus=True)
        self.preview.pages.show_mark(passage.key)

    # release ------------------------------------------------------------------------------

    def may_leave(self) -> bool:
        """Say whether the document in sight was examined and nothing in it is left to decide."""
        seen = self._look
        return seen is not None and not seen.examined.open and not seen.claims

    def release_to(
        self, folder: Path, formats: Sequence[Format] = FORMATS, password: str = ""
    ) -> None:
        """Write the document into a folder, read it back, and register what was released."""
        self.releasing.write(folder, formats, password)

    def _show_evidence(self) -> None:
        show_evidence(self, self.session, self.product)
