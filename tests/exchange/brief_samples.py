"""Briefs to write: invented people and institutions, four languages in one document."""

from __future__ import annotations

from dialogueprep.domain import gate
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Brief,
    Bullets,
    Facts,
    Heading,
    HostBlock,
    Line,
    Named,
    Notice,
    Numbered,
    PageBreak,
    Paragraph,
    Product,
    Run,
    Stress,
    Table,
    Title,
    Why,
    line,
)
from dialogueprep.domain.gate import CheckedBrief, Evidence
from dialogueprep.domain.people import PersonId
from dialogueprep.domain.texts import Language

RULE = (
    " When a meeting, or part thereof, is held under the Chatham House Rule, participants are "
    "free to use the information received, but neither the identity nor the affiliation of the "
    "speaker(s), nor that of any other participant, may be revealed."
)


def en(text: str) -> Line:
    return line(text, "en")


def zh(text: str) -> Line:
    return line(text, "zh")


def ja(text: str) -> Line:
    return line(text, "ja")


def ko(text: str) -> Line:
    return line(text, "ko")


COVER = (
    HostBlock(
        (
            (en("Hangang Example Institute"), ko("한강예시연구원")),
            (en("Kusunoki Policy Workshop"), ja("楠政策工房")),
            (en("Lakeside Regional Institute"), zh("湖滨区域研究院")),
        ),
        en("Hosts in English alphabetical order."),
    ),
    Title(
        en("Meeting brief"),
        en("Rapporteur’s summary"),
        en("Resilience through functional cooperation"),
        (zh("以功能性合作增强韧性"), ja("機能的協力で築く強靱性"), ko("기능적 협력을 통한 회복력")),
        en("Round 4 of the trilateral dialogue, held in Incheon on 12 and 13 November 2026"),
    ),
    Notice(
        (
            (Run("Chatham House Rule.", "en", None, Stress.STRONG), Run(RULE, "en")),
            en(
                "Participants took part in a personal capacity. This brief is the rapporteur’s "
                "reading. It was not agreed by the participants, the hosts or their funders."
            ),
        )
    ),
    Facts(
        (
            (en("Sessions"), en("Six sessions in two days, one of them in parallel groups")),
            (
                en("Present"),
                en(
                    "18 persons from China, Japan, the Republic of Korea and ASEAN: researchers, "
                    "and officials and practitioners in personal capacity"
                ),
            ),
            (en("Circulation"), en("Participants only. Do not cite or quote before release.")),
        )
    ),
    PageBreak(),
)

FINDINGS = (
    Heading("2", en("What the discussion showed"), 1),
    Paragraph(
        en(
            "Findings stand in order of weight, not in the order of the sessions. How widely a "
            "view was held is said in words, and is the rapporteur’s judgement."
        ),
        quiet=True,
    ),
    Heading("2.1", en("Common ground"), 2),
    Numbered(
        "1",
        (
            Run(
                "It was widely held that port authorities should share closure notices before a "
                "disaster, not after it. One page in four languages with the same layout (",
                "en",
            ),
            Run("港湾閉鎖通知", "ja"),
            Run(", ", "en"),
            Run("항만 폐쇄 통지", "ko"),
            Run(", ", "en"),
            Run("港口关闭通知", "zh"),
            Run(") would do.", "en"),
        ),
    ),
    Numbered(
        "2",
        en(
            "Many participants saw the recognition of care qualifications as the best first step "
            "towards a shared answer to ageing: small, visible and not political. One "
            "contribution named two conditions."
        ),
    ),
    Heading("2.2", en("Where views differed"), 2),
    Numbered(
        "3",
        en(
            "Whether care technology should travel with its data or without it. Several "
            "participants held that trust has to come first; another view was that data make "
            "the technology useful."
        ),
    ),
    Heading("2.3", en("Recommendations"), 2),
    Table(
        ((), en("To"), en("Recommendation"), en("When")),
        (
            (
                en("R1"),
                en("Port authorities"),
                en("Adopt one closure notice in four languages, tested in two ports first."),
                (Run("By spring 2027", "en", None, Stress.QUIET),),
            ),
            (
                en("R2"),
                en("City governments"),
                en("Let three port cities exchange care workers, with one training book."),
                (Run("From autumn 2027", "en", None, Stress.QUIET),),
            ),
        ),
        (26, 100, 241, 104),
        en("Table 1. Recommendations of this round."),
        "To whom each recommendation goes, what it says, and by when.",
    ),
    Bullets((en("Hosts meet in Beppu in March."), zh("下一轮会议在三月举行。"))),
    Paragraph(
        zh("与会者普遍认为，港口当局应在灾害发生之前（而不是之后）共享关闭通知；“DNA 数据”例外。")
    ),
    Paragraph(
        ja("参加者の多くは、介護資格の相互承認を「最初の一歩」とみた。𠮷野家のような例もある。")
    ),
    Paragraph(ko("여러 참가자는 녹색 공급망 표준을 품목에서 시작할 수 있다고 보았다.")),
    Paragraph(
        (
            Run("Programme roles: ", "en"),
            Named("Mori Aoi 森 葵", "ja", PersonId("p1"), Why.ROLE),
            Run(" (chair)\n10:00 in the main hall", "en"),
        )
    ),
)


def brief_of(
    *blocks: object, language: Language = "en", title: str = "Meeting brief", mark: str = ""
) -> Brief:
    """Return a brief of these blocks with plain furniture."""
    return Brief(
        product=Product.MEETING_BRIEF,
        audience=Audience.PARTICIPANTS,
        language=language,
        title=title,
        classification=line("For participants. Chatham House Rule", language),
        version=line("Draft 3 of 24 November 2026, replaces draft 2", language),
        footer=line("Resilience through functional cooperation. Round 4, Incheon", language),
        mark=mark,
        page_of="{page} / {pages}",
        blocks=blocks,  # type: ignore[arg-type]
    )


def sample_brief() -> Brief:
    """Return the brief of two pages that the approved picture shows, and a little more."""
    return brief_of(*COVER, *FINDINGS, mark="INVENTED SAMPLE")


def checked(brief: Brief) -> CheckedBrief:
    """Return the brief as though the gate had let it pass: what is tested here is the writing."""
    return CheckedBrief(brief, (), Evidence(0, 0, 3), frozenset(), gate._MAKER)
