"""Somebody described or named is found in any position that speaks of the room, and only there."""

import pytest

from dialogueprep.domain.gate import examine_text

WHO = {
    "en": ("the Korean professor", "a Japanese journalist"),
    "zh": ("一位韩国教授", "韩国教授"),
    "ja": ("韓国の教授", "ある日本の記者"),
    "ko": ("한국 교수", "일본 기자"),
}
FRAMES = {
    "en": [
        "{} preferred letters.",
        "It was {} that objected.",
        "All but {} agreed.",
        "The chair asked {} whether it would do.",
        "This was not acceptable to {}.",
        "A hint from {} was taken up.",
        "The silence of {} was noted.",
        "For {}, trust comes first.",
        "{} and others disagreed.",
        "{} shook their head.",
        "On this point {} was more cautious.",
    ],
    "zh": [
        "{}列举了三个风险。",
        "除{}外，各方都同意。",
        "只有{}反对。",
        "{}的沉默引人注意。",
        "对{}来说，互信最重要。",
        "经{}提醒，改了一句。",
        "主席问{}是否愿意付费。",
        "这让{}感到不安。",
    ],
    "ja": [
        "{}は三つの条件を挙げた。",
        "{}を除く全員が同意した。",
        "{}だけが反対した。",
        "{}の見立てでは遅すぎる。",
        "{}に質問が集まった。",
        "尋ねたのは{}だった。",
        "{}と意見が分かれた。",
        "{}は草案を先に見たい。",
    ],
    "ko": [
        "{}는 고개를 저었다.",
        "{}만 반대했다.",
        "{}를 제외한 모두가 찬성했다.",
        "{}의 침묵이 눈에 띄었다.",
        "물은 것은 {}였다.",
        "{} 역시 반대했다.",
        "{}와 의견이 갈렸다.",
        "{}는 보조금을 원하지 않는다.",
    ],
}
GENERAL = """
Japanese officials change posts every two years.
A Korean official may not accept gifts.
The post should go to a Japanese diplomat.
The arrest of a Japanese journalist in 2015 was mentioned.
Each side should name an officer for the list.
It should be kept by an editor rather than by an office.
Visas for Korean journalists were discussed.
The exchange of military officers was welcomed.
The Korean foreign minister visited Beijing in April.
A line to the duty officer is answered, but the duty officer can promise nothing.
中国官员的任期一般为五年。
应由一位前外交官主持。
可邀请韩国记者参加。
韩国记者曾在2016年被拘留。
日本の記者の数は減っている。
韓国の外交官を招くべきである。
記者は情報源を必要とする。
退役軍人が講師を務めるべきだという案が出た。
일본 기자의 수가 줄고 있다.
한국 외교관을 초청해야 한다.
기자는 취재원이 필요하다.
관료는 2년마다 자리를 옮긴다.
"""
NAMES = {
    "en": ("Kobayashi", "Srisuk"),
    "zh": ("Kobayashi", "欧阳"),
    "ja": ("Srisuk",),
    "ko": ("Srisuk",),
}


def _put(who):
    for language, frames in FRAMES.items():
        for frame in frames:
            for words in who[language]:
                text = frame.format(words)
                yield text[0].upper() + text[1:], words


@pytest.mark.parametrize(("text", "words"), list(_put(WHO)))
def test_a_description_under_k_is_blocked_wherever_it_stands(
    invented_roster, found_at, text, words
):
    assert found_at(invented_roster, text, "D1", "block", words[1:])


@pytest.mark.parametrize(("text", "name"), list(_put(NAMES)))
def test_a_name_that_is_no_word_is_blocked_wherever_it_stands(
    invented_roster, found_at, text, name
):
    assert found_at(invented_roster, text, "D1", "block", name)


@pytest.mark.parametrize("text", GENERAL.strip().splitlines())
def test_people_of_a_kind_and_lives_elsewhere_are_left_alone(invented_roster, exposures, text):
    found = exposures(invented_roster, text, "D1")
    assert [e for e in found if e[1] == "block"] == []


def test_a_whole_group_of_one_mind_is_blocked_and_one_that_differs_is_not(sample_roster):
    agreed = "Both Korean participants agreed."
    differed = "韓国の参加者二名の見方は分かれた。"
    together = "韓国の参加者は二人とも賛成した。"
    assert examine_text(agreed, sample_roster, item="D1")
    assert examine_text(together, sample_roster, item="D1")
    assert examine_text(differed, sample_roster, item="D1") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The keynote speaker warned of it.",
        "主旨演讲人认为",
        "基調講演者は述べた。",
        "기조연설자는 강조했다.",
    ],
)
def test_who_gave_the_main_speech_is_blocked_though_the_roster_does_not_tell(sample_roster, text):
    (found,) = examine_text(text, sample_roster, item="D1")
    assert (found.level.value, found.kind.value, found.people) == ("block", "role", ())


@pytest.mark.parametrize("text", ["会上发言的日本学者都", "日本の学者全員", "일본 학자 모두"])
def test_a_text_may_end_with_how_many_are_meant(invented_roster, text):
    for one in examine_text(text, invented_roster):
        assert text[one.start : one.end] == one.text
        assert one.end <= len(text)
