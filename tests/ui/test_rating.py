"""Rating by keyboard: views side by side, prompts without a preset, and queues."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dialogueprep import words
from dialogueprep.commands import library as commands
from dialogueprep.commands.library import Judgement
from dialogueprep.domain.library import Axis, Dimension, Topic, TopicId
from dialogueprep.domain.texts import Texts
from dialogueprep.store import library
from dialogueprep.ui.dialogs.rating import RatingDialog
from dialogueprep.ui.models.library_facets import why_not
from dialogueprep.ui.models.rating_prompts import prompts_of
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.entry_ratings import is_due
from dialogueprep.ui.widgets.rating_form import RUBRIC
from dialogueprep.ui.widgets.rating_queue import RatingQueue

TODAY = date(2026, 11, 3)
NAMES = {"CN": "China", "JP": "Japan", "KR": "Republic of Korea"}
Key, Left = Qt.Key, Qt.MouseButton.LeftButton
S, O = Axis.SENSITIVITY, Axis.OPERABILITY  # noqa: E741  the two axes


def new_topic(session: Session, title: str, **titles: str) -> Topic:
    texts = Texts.of({"en": title, **titles})
    id_ = commands.add_topic(session.store, texts, Dimension.SECURITY)
    return library.some_topics(session.store, [id_])[id_]


def again(session: Session, topic: Topic) -> Topic:
    return library.some_topics(session.store, [topic.id])[topic.id]


def opened(qtbot: QtBot, dialog: RatingDialog) -> RatingDialog:
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def focused(dialog: RatingDialog) -> QWidget:
    found = dialog.focusWidget()
    assert found is not None
    return found


def type_through(qtbot: QtBot, dialog: RatingDialog, one: str, other: str) -> None:
    for digit, reason in ((one, "First reason."), (other, "Second reason.")):
        qtbot.keyClicks(focused(dialog), digit)
        qtbot.keyClick(focused(dialog), Key.Key_Return)
        qtbot.keyClicks(focused(dialog), reason)
        qtbot.keyClick(focused(dialog), Key.Key_Return)


def test_nothing_is_chosen_for_an_unrated_entry_whatever_its_words(
    qtbot: QtBot, sample_session: Session
) -> None:
    topic = new_topic(sample_session, "Missile drills near Dokdo")
    dialog = opened(qtbot, RatingDialog(None, topic, "", TODAY, NAMES))
    assert [scale.value for scale in dialog.scales.values()] == [None, None]
    said = " ".join(w.text() for w in dialog.findChildren(type(dialog.count)))
    assert all(word in said for word in ("Missile", "drills", "Dokdo", "Only people rate"))
    qtbot.keyClick(focused(dialog), Key.Key_Return)
    assert dialog.rated is None
    assert "Choose 1 to 5" in dialog.reasons[S].below.text()


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Joint exercises of navies", "military"),
        ("海警联合军演", "military"),
        ("有事における海上保安の連携", "military"),
        ("해군 연합훈련", "military"),
        ("Sharing of intelligence", "intelligence"),
        ("情报共享", "intelligence"),
        ("領有権と尖閣の領海", "territory"),
        ("독도 영유권", "territory"),
        ("制裁与反制", "sanctions"),
        ("수출 금수와 제재", "sanctions"),
        ("Wartime forced labour", "history"),
        ("歴史認識の隔たり", "history"),
        ("공동 역사 교재", "history"),
        ("共同历史教材", "history"),
        ("민족주의와 여론", "public-opinion"),
        ("引导舆论", "public-opinion"),
        ("CTBTに関する立場の調整", "military"),
        ("북한 핵 프로그램", "military"),
        ("贸易规则中的安全例外", "sanctions"),
        ("Differences over history", "history"),
        ("해양상황인식", "intelligence"),
    ],
)
def test_words_of_four_languages_prompt(title: str, code: str) -> None:
    topic = Topic(id=TopicId("t"), titles=Texts.of(en=title), dimension=Dimension.SOCIETAL)
    assert code in [p.code for p in prompts_of(topic)]


@pytest.mark.parametrize(
    "title",
    [
        "食料安全保障",
        "식량안보",
        "Artificial flavours",
        "보도자료 양식",
        "認知症予防",
        "인지증 예방",
    ],
)
def test_plain_words_do_not_prompt(title: str) -> None:
    topic = Topic(id=TopicId("t"), titles=Texts.of(en=title), dimension=Dimension.SOCIETAL)
    assert prompts_of(topic) == ()


@pytest.mark.parametrize("language", ["en", "zh", "ja", "ko"])
def test_the_rubric_stands_in_the_windows_language(
    qtbot: QtBot, sample_session: Session, language: str
) -> None:
    words.use(language)
    topic = new_topic(sample_session, "Ports")
    dialog = opened(qtbot, RatingDialog(None, topic, "", TODAY, NAMES))
    for axis, scale in dialog.scales.items():
        assert scale.sentences == tuple(words.of(language)(each) for each in RUBRIC[axis])
        assert len(scale.sentences) == 5
    shown = set(dialog.scales[S].sentences)
    assert (shown == set(RUBRIC[S])) is (language == "en")


def test_enter_goes_from_what_is_open_to_what_is_open_and_rates(
    qtbot: QtBot, sample_session: Session
) -> None:
    topic = new_topic(sample_session, "Ports")
    dialog = opened(qtbot, RatingDialog(None, topic, "Secretariat", TODAY, NAMES))
    type_through(qtbot, dialog, "2", "4")
    assert dialog.rated is not None
    (view,) = dialog.rated.views
    assert view.judgements == (
        Judgement(S, 2, "First reason."), Judgement(O, 4, "Second reason."),
    )  # fmt: skip
    assert (view.delegation, dialog.rated.rater) == (None, "Secretariat")


def test_a_view_of_a_delegation_is_added_and_the_highest_counts(
    qtbot: QtBot, sample_session: Session
) -> None:
    topic = new_topic(sample_session, "Ports")
    dialog = opened(qtbot, RatingDialog(None, topic, "", TODAY, NAMES))
    qtbot.keyClicks(dialog.scales[S], "2")
    qtbot.keyClicks(dialog.reasons[S].field, "Low.")
    qtbot.keyClicks(dialog.scales[O], "3")
    qtbot.keyClicks(dialog.reasons[O].field, "Ministries.")
    dialog.form.add_view("JP")
    qtbot.keyClicks(focused(dialog), "4")
    qtbot.keyClicks(dialog.reasons[S].field, "Elections.")
    assert dialog.form.highest.accessibleName() == (
        "The highest counts: sensitivity 4 (Japan), operability 3."
    )
    qtbot.keyClick(dialog.form.views, Key.Key_Left)
    assert dialog.form.front is None
    assert dialog.scales[S].value == 2
    qtbot.mouseClick(dialog.form.views, Left, pos=dialog.form.views.card_of("JP").center())
    assert dialog.reasons[S].field.toPlainText() == "Elections."
    qtbot.keyClick(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.rated is not None
    assert [(v.delegation, len(v.judgements)) for v in dialog.rated.views] == [(None, 2), ("JP", 1)]


def test_tab_comes_to_what_concerns_views_before_the_window_ends(
    qtbot: QtBot, sample_session: Session
) -> None:
    topic = new_topic(sample_session, "Port safety")
    dialog = opened(qtbot, RatingDialog(None, topic, "", TODAY, NAMES))
    dialog.form.add_view("CN")
    stops: list[QWidget] = [dialog.form.add, dialog.rater, dialog.done_button]
    reached: list[QWidget] = []
    while dialog.done_button not in reached:
        qtbot.keyClick(focused(dialog), Key.Key_Tab)
        reached.append(focused(dialog))
    assert reached.index(dialog.form.back) + 1 == reached.index(dialog.form.add)
    assert [each for each in reached if each in stops] == stops


def test_a_view_is_taken_back_by_del_and_one_axis_by_zero(
    qtbot: QtBot, sample_session: Session
) -> None:
    topic = new_topic(sample_session, "Ports")
    store = sample_session.store
    for code, value in ((None, 2), ("JP", 4)):
        both = [Judgement(axis, value, "So.") for axis in Axis]
        commands.rate(
            store, again(sample_session, topic), both, rater="", on=TODAY, delegation=code
        )
    dialog = opened(qtbot, RatingDialog(None, again(sample_session, topic), "", TODAY, NAMES))
    dialog.form.show_view("JP")
    qtbot.keyClick(dialog.form.views, Key.Key_Delete)
    assert dialog.form.draft.views == [None]
    qtbot.keyClick(dialog.scales[O], Key.Key_0)
    dialog.take()
    assert dialog.rated is not None
    gone = {v.delegation: v.withdrawn for v in dialog.rated.views}
    assert gone == {"JP": (S, O), None: (O,)}


def test_an_expired_rating_keeps_its_reason_and_asks_for_a_new_value(
    qtbot: QtBot, sample_session: Session
) -> None:
    topic = new_topic(sample_session, "Ports")
    both = [Judgement(axis, 3, "As it was.") for axis in Axis]
    commands.rate(sample_session.store, topic, both, rater="Us", on=date(2024, 1, 1),
                  review_by=date(2025, 1, 1))  # fmt: skip
    late = again(sample_session, topic)
    assert is_due(late, TODAY)
    dialog = opened(qtbot, RatingDialog(None, late, "", TODAY, NAMES))
    assert [scale.value for scale in dialog.scales.values()] == [None, None]
    assert dialog.reasons[S].field.toPlainText() == "As it was."
    qtbot.keyClick(focused(dialog), Key.Key_Down)
    assert dialog.scales[S].value == 3
    qtbot.keyClick(focused(dialog), Key.Key_Return)
    qtbot.keyClicks(focused(dialog), "3")
    qtbot.keyClick(focused(dialog), Key.Key_Return)
    assert dialog.rated is not None
    commands.rate_views(sample_session.store, late, dialog.rated.views, rater="", on=TODAY,
                        review_by=dialog.rated.review_by)  # fmt: skip
    assert not is_due(again(sample_session, topic), TODAY)


def test_a_queue_is_worked_through_by_keyboard_alone(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = sample_session
    made = [new_topic(session, title) for title in ("First", "Second", "Third")]
    page = LibraryPage(session, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.show()
    part = RatingQueue(session, page, lambda: TODAY)
    assert [c.words for c in part.commands()] == ["Rate next unrated", "Rate next expired"]
    with qtbot.waitSignal(session.notice) as said:
        part.work("expired")
    assert said.args == ["Nothing is left to rate."]
    seen: list[str] = []

    def work(dialog: RatingDialog) -> int:
        opened(qtbot, dialog)
        for place in range(3):
            seen.append(dialog.entry.titles.best("en"))
            if place == 1:
                qtbot.mouseClick(dialog.skip, Left)
            else:
                type_through(qtbot, dialog, "1", "5")
        return dialog.result()

    monkeypatch.setattr(RatingDialog, "exec", work)
    part.work("unrated")
    assert sorted(seen) == ["First", "Second", "Third"]
    rated = [t for t in made if again(session, t).rated]
    assert len(rated) == 2
    assert all(again(session, t).offered(3, frozenset()) is False for t in made)
    session.undo()
    assert len([t for t in made if again(session, t).rated]) == 1


def test_the_detail_shows_views_side_by_side_and_rates_again(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = LibraryPage(sample_session, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1240, 752)
    with qtbot.waitExposed(page):
        page.show()
    page.begin()
    topic = page.topics.list.value().topic
    commands.rate(sample_session.store, topic, [Judgement(S, 5, "Elections.")], rater="",
                  on=date(2024, 1, 1), review_by=date(2025, 1, 1), delegation="JP")  # fmt: skip
    page.show_subject(topic.id)
    parts = page.detail.findChildren(QWidget)
    labels = {w.accessibleName() or getattr(w, "text", str)() for w in parts}
    assert {"Seen differently by delegations: the highest counts.", "Elections.", "Japan",
            "All delegations", "Review was due 1 Jan 2025"} <= labels  # fmt: skip
    rate_again = next(
        b for b in page.detail.findChildren(QWidget)
        if b.accessibleName() == "Rate again" and b.isVisible()
    )  # fmt: skip
    page.detail.rate_wanted.disconnect()
    with qtbot.waitSignal(page.detail.rate_wanted):
        qtbot.mouseClick(rate_again, Left)


def test_the_window_says_why_not_exactly_where_a_topic_is_not_offered(
    sample_session: Session,
) -> None:
    new_topic(sample_session, "Unrated")
    dialogue = sample_session.open_dialogue()
    assert dialogue
    for ceiling in (1, 3, 5):
        of = replace(dialogue, ceiling=ceiling)
        for topic in library.topics(sample_session.store):
            assert bool(why_not(topic, of)) is not topic.offered(ceiling, of.table)
