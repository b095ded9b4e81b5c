"""English titles: the act of an idea, in the form in which it is told to be done."""

from __future__ import annotations

import re

from dialogueprep.domain.splitting.cues import Wording

_FEWEST = 12  # characters of a title that is cut
_SAID = (
    r"propose[sd]?|suggest(?:s|ed)?|recommend(?:s|ed)?|advocate[sd]?|urge[sd]?|call(?:s|"
    r"ed)? for|emphasis on|"
    r"emphasi[sz]e[sd]?|stress(?:es|ed)?|highlight(?:s|ed)?|underline[sd]?"
)
_TO = (
    r"agree[sd]? to|(?<!ing )commit(?:ted|s|ment)? to|pledge[sd]? to|vow(?:ed|s)? to|"
    r"promise[sd]? to|"
    r"decide[sd]? to|resolve[sd]? to|undertook to|plan(?:s|ned)? to|intend(?:s|ed)? to|aim(?:s|"
    r"ed)? to|"
    r"hope[sd]? to|want(?:s|ed)? to|wish(?:es)? to|strive to|opportunity to|"
    r"(?:crucial|essential|vital|imperative|necessary|important|advisable|useful|time|critical|"
    r"(?<=proposals )is) to|"
    r"(?:suggestions?|proposals?|calls?|appeals?) (?:was|were) made to"
)
_PROPOSED = re.compile(
    rf"^.{{0,160}}?\b(?:(?<!is )(?<!are )(?<!be )(?:{_SAID})|"
    r"should(?! (?:any|they|it)\b)|must|ought to|shall|will|ha(?:s|ve) to|"
    rf"needs? to|need for|"
    rf"{_TO}|importance of):?\s+(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    r"(?:to\s+|that\s+|the (?:importance|need|value) (?:of|to|for)\s+|the\s+(?=\w+ing\b))?"
    r"(?:(?:also|therefore|jointly|now|further|continue to)\s+)?",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"(?:should|must|ought to|shall|will|needs? to|\bto)\s+(?:(?:also|therefore|jointly|now|"
    r"further)\s+)?$"
)
_STATES = re.compile(
    r"(?:be|need to be|have|not|become|remain|seem|include|only|the|an?|no)\b", re.IGNORECASE
)
_ADVERBIAL = re.compile(
    r"^(?:to|in|on|with|for|against|given|by|inspired|recogni[sz]ing|through|following|as|under|"
    r"rather than|above all|beyond|instead of|because|since|while|although|in order|aside from|"
    r"building on|at)\b[^,]{2,130},\s+(?=\S{1,20}\s)|^above all,\s+",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"(?:following|including|recogni[sz]ing|inspired|aside|chaired)\b", re.IGNORECASE
)
_IT_IS_SO = re.compile(
    r"^(?:that means that|(?:these|the|such|its|their) (?:\w+ )?(?:recommendations|measures|steps|"
    r"proposals|suggestions) includ(?:e|es|ed)(?= \w+ing\b)|"
    r"it (?:is|was|would be|remains) (?:therefore |also )?\w+ that|"
    r".{0,50}\b(?:idea|suggestion|proposal) was (?:also )?(?:raised|made|"
    r"put forward)[^,]{0,30}? that)\s+",
    re.IGNORECASE,
)
_BY_NAME = re.compile(r"^(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+: [\"“]?(?=\w)")
_SAID_THAT = re.compile(
    r"^.{0,80}?\b(?:agreed|stated|said|noted|commented|argued|stressed|felt|concluded|"
    r"added) that\s+(?=.{20})"
)
_ASIDE = re.compile(
    r"(?:, (?:as|which|who|including|especially|particularly|like)\s[^,]{3,60},|\s?—[^—]{3,60}—)"
    r"\s?(?=(?:\w+ly )?(?:needs?|should|must|can|could|would|will|is|are|has|have|ought)\b)"
)
_STRESSED = re.compile(
    r" (?:was|were) (?:also )?(?:stressed|emphasi[sz]ed|highlighted|underlined|noted|"
    r"recogni[sz]ed)$"
)
_SPOKEN = re.compile(r",[\"”]? (?:he|she|they|it|[A-Z]\w+) (?:said|added|noted|told|stressed)\b.*$")
_WANTED = re.compile(
    r"^(?P<what>(?!there |it |this |that |what |which |we |they )[^,;]{12,}?)(?<! that) (?:is|"
    r"are|was|were) "
    r"(?:(?:also|urgently|broadly|widely|still|badly) )?(?:needed|recommended|proposed|"
    r"suggested|called for|essential|"
    r"crucial|required|overdue|necessary|warranted)\b.*$"
)
_PREDICATE = re.compile(
    r"(?<!that)(?<!which)(?<!who)\s(?:is|are|could|can|would|will|may|remains?)\s"
)
_NEW_SUBJECT = re.compile(r",\s(?!and |or )(?=(?:the |our |its )?\w+(?: \w+)?$)")
_SENDING = re.compile(r"\w+ing \w+ (?:could|should|must|can|may|will|might|need)\b", re.IGNORECASE)
_BREAK = re.compile(
    r"[;:—–(]|,(?=\s)|\s(?:that|which|in order|so that|including|such as|while)\s|"
    r"(?<=\w)\sto\s(?!the\b)"
)
# Words before "to" that need what follows it.
_NEEDS_TO = re.compile(
    r"\b(?:needs?|be|is|are|was|were|aim(?:s|ed)?|seeks?|striv\w+|work(?:s|ing)?|efforts?|"
    r"agree[ds]?|able|"
    r"continue[sd]?|ways?|how|due|prior|according|commit\w*|responsib\w+|access|respon\w+|"
    r"attention|ready|"
    r"related?|contribut\w+|as|back|up|plan(?:s|ned)?|ought|helps?|encourag\w+|enabl\w+|"
    r"allow\w*|invit\w+|"
    r"urg\w+|ask\w*|wish\w*|hop\w+|want\w*|right|citizens|governments|time|essential|important|"
    r"return\w*|threats?|"
    r"opportunit\w+|proposals?|approach\w*|us|them|it|forward|lead\w*|begin|start|press)$"
)
_ASKED = re.compile(
    r"\bfrom\s[^,;]*$|\b(?:urg|ask|invit|encourag|call|demand|request|enabl|allow|help|"
    r"instruct|task|wish|support)\w*\s[^,;]*$",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?:[\s,;:(\"“—–-]+(?:and|or|of|the|an?|to|in|for|with|by|on|at|from|that|which|between|"
    r"as|its|their|our|"
    r"into|through|among|is|are|be|should|must|will|would|can|could|may|need|needs|both|also|such|"
    r"including|more))+$"
)


def act_of(text: str, wording: Wording) -> str:
    """Return the words of an idea from its act on: "Open a hotline"."""
    text = _STRESSED.sub("", _SPOKEN.sub("", _BY_NAME.sub("", text)))
    text = re.sub(r"^By (?=\w+ing\b)", "", _IT_IS_SO.sub("", text, count=1))
    if _FOLLOWING.match(text):
        text = _ADVERBIAL.sub("", text, count=1)
    if wanted := _WANTED.match(_without_adverbial(text)):
        text = wanted["what"]
    found = _proposed(text)
    rest = text[found.end() :] if found else text
    verb = wording.act.match(rest)
    if verb is None:
        rest_said = _SAID_THAT.sub("", text, count=1)
        if len(rest_said) < len(text) and not found:
            return rest_said
        if found and _FREE.search(found.group()) and not _STATES.match(rest):
            return rest
        return _without_adverbial(text)
    if word := verb.group("gerund"):
        if _SENDING.match(rest):
            return rest
        return _told(rest, verb.start("gerund"), word, wording)
    return rest


def _proposed(text: str) -> re.Match[str] | None:
    """Return the words before the act; None if they leave hardly any: "..., with the day on which
    each will end"."""
    found = _PROPOSED.match(text)
    return found if found and len(text) - found.end() >= _FEWEST else None


_LEADS_TO_LIST = re.compile(
    r",?\s*(?:(?:on |in )?(?:areas|fields|issues|topics|sectors)[^,]{0,40} )?(?:such as|like|"
    r"namely|covering|including|include|on issues like|for)$",
    re.IGNORECASE,
)


def before_item(text: str, item: str) -> str:
    """Return what a sentence says before an item that it gives as an example; nothing if the
    item does not stand in it."""
    at = text.lower().find(item)
    return _LEADS_TO_LIST.sub("", text[:at].rstrip(" —–-,")).rstrip(" —–-") if at > 0 else ""


def _without_adverbial(text: str) -> str:
    found = _ADVERBIAL.match(text)
    return text[found.end() :] if found and len(text) - found.end() > _FEWEST else text


def _told(text: str, start: int, word: str, wording: Wording) -> str:
    """Return "Opening a line can help" as "Open a line"."""
    predicate = _PREDICATE.search(text, start + len(word))
    text = text[: predicate.start()] if predicate else text
    if predicate and (subject := _NEW_SUBJECT.search(text)):
        text = text[: subject.start()]
    rest = _PAIRED.sub(
        lambda m: m[1] + wording.bases.get(m[2].lower(), m[2]), text[start + len(word) :], count=1
    )
    return text[:start] + wording.bases.get(word.lower(), word) + rest


_PAIRED = re.compile(r"^( and )(\w+ing)\b(?= \w)")  # "maintaining and strengthening": one act


def shortened(text: str, most: int) -> str:
    """Return a text cut where a clause ends, or at a word with a mark of omission."""
    if len(text) <= most:
        return _DANGLING.sub("", text) if text[-4:].lower() in (" and", "; or") else text
    if len(whole := _ASIDE.sub(" ", text)) < len(text):
        return shortened(whole, most)
    breaks = [m.start() for m in _BREAK.finditer(text, most // 3, most) if _ends_a_clause(text, m)]
    if breaks:
        return _DANGLING.sub("", text[: breaks[-1]]).rstrip(" ,;:，；：、—–-")
    words = text[:most].rpartition(" ")[0] or text[:most]
    return _DANGLING.sub("", words).rstrip(" ,;:") + "…"


_SHORT_FORM = 12  # characters in brackets that are a short form
_SHORT_ITEM = re.compile(r",\s+(?:[\w'’-]+\s?){1,3}(?:,|\sand\s)|,\s+and\s")


def _ends_a_clause(text: str, found: re.Match[str]) -> bool:
    """Return whether a text can end here: not within a list, nor before what a verb needs."""
    mark = found.group()
    if mark.strip() == "to":
        before = text[: found.start()]
        return not (_NEEDS_TO.search(before) or _ASKED.search(before))
    if mark.strip() == "that":
        return not re.search(
            r"\b(?:is|so|ensure|such|ensuring|agreed|said|stated|noted|stressed|argued|felt|"
            r"believed?)$",
            text[: found.start()],
        )
    if mark == ",":
        return not _SHORT_ITEM.match(text, found.start()) and not _in_list(text, found.start())
    closed = text.find(")", found.end())
    return mark != "(" or closed < 0 or closed > found.end() + _SHORT_FORM


def _in_list(text: str, at: int) -> bool:
    """Return whether a comma stands between items: the next mark is another, or "and"."""
    before = text.rfind(",", 0, at)
    return before > 0 and at - before < 30 and " and " in text[at : at + 40]
