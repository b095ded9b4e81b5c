"""The ideas of a sentence that proposes: of its numbered items, or of each clause of its own."""

from __future__ import annotations

from collections.abc import Iterator

from dialogueprep.domain.splitting import ideas, ideas_east
from dialogueprep.domain.splitting.context import Place
from dialogueprep.domain.splitting.cues import Wording
from dialogueprep.domain.splitting.ideas import Idea
from dialogueprep.domain.splitting.ideas_chinese import is_counted, is_counted_point
from dialogueprep.domain.splitting.joining import joined
from dialogueprep.domain.splitting.judging import clauses, cue_in, enumerated
from dialogueprep.domain.splitting.points import is_one_point
from dialogueprep.domain.splitting.report import Span


def found_in(
    sentence: str, cue: Span, place: Place, wording: Wording, opening: str = ""
) -> Iterator[Idea]:
    """Yield the ideas of a sentence whose cue stands at this place, in its order.

    Where the author told them apart, by numbers (``opening``: what stands before the sentence's
    own words) or by several semicolons, that is kept to.
    """
    counted = wording.language == "zh" and is_counted(opening) and is_one_point(sentence, wording)
    if counted or (wording.language == "zh" and is_counted_point(opening, sentence, wording)):
        yield _whole(sentence, (0, len(sentence)))
        return
    if items := enumerated(sentence):
        yield from (_whole(sentence, span) for span in items)
        return
    apart = clauses(sentence, place, wording)
    if len(apart) > 2 and wording.language == "zh":
        yield from (_whole(sentence, span) for span in apart)
        return
    find = ideas.ideas_in if wording.language == "en" else ideas_east.ideas_in
    for start, end in apart:
        clause = sentence[start:end]
        own = cue_in(clause, place, wording, latest=None)
        for idea in joined(find(clause, own or cue, wording), clause, wording):
            yield Idea(start + idea.start, start + idea.end, idea.text, idea.own)


def _whole(sentence: str, span: Span) -> Idea:
    text = sentence[span[0] : span[1]]
    return Idea(span[0], span[1], text, text)
