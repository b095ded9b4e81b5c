"""Shows, in English, that a clause tells how an officer ran a meeting.

Something of the meeting and what is done to it: the floor, the item, the list, the draft; what was
announced or asked for is of its time, place and rules. What somebody thinks is not read here.
"""

from __future__ import annotations

import re

_OF = r"(?:(?:the|a|an|this|that|each|every|all|any|both|its|their|one) )?(?:of the )?"
_KIND = (
    r"(?:(?:first|second|third|fourth|last|next|final|remaining|further|other|more|written|"
    r"opening|closing|plenary|afternoon|morning|speakers'|chatham house|running|draft|ground|"
    r"agreed|revised|two|three|four|five|six|main|short|brief|outstanding|practical|meeting|"
    r"session's|meeting's|day's) )*"
)
_THING = (
    rf"(?:{_OF}{_KIND}(?:meeting|session|plenary|sitting|proceedings|discussions?|round|day|"
    r"item|items|agenda|agenda items?|point|points|topics?|questions?|order of (?:business|items|"
    r"speakers|speaking)|list(?: of speakers)?|speakers' list|floor|drafts?|text|paper|summary|"
    r"report|"
    r"minutes|record|programme|timetable|schedule|format|procedures?|rules?|arrangements|logistics|"
    r"housekeeping|time|break|lunch|vote|show of hands|comments?|corrections|amendments|slides|"
    r"documents?|copies|cards|notes|main points|introductions|presentations?|papers|q&a|deadline|"
    r"seating|groups?|queue|gavel|bell|microphones?|clock|order|afternoon|morning|terms(?: of "
    r"reference)?|purpose|theme|aims?|objectives?)(?![a-z'-]))"
)
_PEOPLE = (
    r"(?:(?:the|all|each|every|both|any|other|remaining|two|three|four|five|next|first|new|"
    r"outgoing|incoming) )*"
    r"(?:participants?|speakers?|delegat(?:es?|ions?)|discussants?|presenters?|panellists?|"
    r"members?|everyone|everybody|all|those|anyone|room|meeting|group|panel|guests|side|sides|"
    r"interpreters|hosts?|newcomers|latecomers|secretariat|rapporteur|audience|observers?)"
    r"(?: who (?:had not (?:yet )?spoken|wished to speak|had asked for the floor|wanted to speak))?"
    r"(?: present| in turn)?(?![a-z'-])"
)
# When, where and among whom, and no clause of its own.
_REST = (
    r"(?:(?: (?:again|aloud|together|shortly|early|late|punctually|briefly|once|twice|line|"
    r"paragraph|item|point|one|page|first|today|afterwards|short|back|out|over|up|down|in|on|at|"
    r"to|for|from|by|of|after|before|until|between|under|as|with|within|during|through|among|and|"
    r"this|next|without|around|about|via))"
    r"(?: (?!that |because |although |whether |but |which |while |who |so |and (?!the |all |at |"
    r"in |on |to |their ))[a-z0-9'.:-]+){0,12})?"
)
_ANY = (
    r"(?: (?!that |because |although |whether |but |which |while |who |so |and (?!the |all |at ))"
    r"[a-z0-9'.:-]+){0,10}"
)
_SPAN = (
    r"(?:up to |only |no more than |another |an extra )?(?:[0-9]+|[a-z]+)(?: more)? (?:minutes?|"
    r"seconds|hour|turns?)"
)
_DONE_TO = (
    r"(?:taken|moved|heard|deferred|postponed|considered|closed|held|distributed|circulated|read|"
    r"adopted|discussed|dealt with|shown|displayed|reopened|resumed|opened|suspended|adjourned|"
    r"shortened|extended|recorded|photographed|filmed|minuted|quoted|brought forward|sent|"
    r"submitted|collected|limited|split|divided|approved)"
)
_DO = (
    r"(?:opened|closed|reopened|resumed|suspended|paused|interrupted|adjourned|extended|prolonged|"
    r"shortened|lengthened|began|started|ended|concluded|convened|reconvened|introduced|outlined|"
    r"explained|recalled|restated|repeated|set out|laid out|laid down|went (?:over|through)|"
    r"presented|read(?: out| back| through)?|circulated|distributed|displayed|projected|"
    r"took(?! the floor)|fielded|invited|requested|called for|collected|accepted|"
    r"received|gathered|"
    r"sought|kept|drew up|maintained|compiled|prepared|deferred|postponed|moved|shifted|"
    r"brought forward|held over|carried over|put off|put back|cut short|returned to|turned to|"
    r"passed to|moved (?:on )?to|proceeded to|announced|confirmed|fixed|gave|offered|yielded|"
    r"handed|returned|restored|put|reordered|rearranged|split|divided|chaired|ran|led|"
    r"moderated|steered|guided|summarised|summarized|noted down|recorded|typed up|"
    r"declared|called|wound up|wrapped up|timed|allotted|allocated|organised|organized)"
)
_PROCEED = (
    r"(?:be (?:brief|seated|concise|punctual|patient|quiet|back|on time)|keep|switch|turn (?:off|"
    r"to)|raise|speak (?:into|slowly|clearly|briefly|one|in turn|up)|sign|submit|hand|take "
    r"(?:their|a) (?:seats?|break)|return|introduce themselves|limit|wait|stay|use the mic|"
    r"put (?:up|away|their)|send|stick to|confine|hold|leave|come back|join|move to|gather|"
    r"fill in|show|present|read|open|begin|start|go first|respond briefly|state their "
    r"name)(?![a-z])"
)
_TELLS = (
    r"(?:noted|observed|said|stated|announced|explained|reported|confirmed|recalled|checked|"
    r"ensured|made sure|verified|established|ascertained|added|"
    r"(?:informed|told|reminded|advised|notified) (?:the |all )?(?:meeting|room|participants|"
    r"everyone|everybody|delegates|speakers|group)) that "
)
_IN_ROOM = (
    r"(?: (?:to|from|on|at|in|for|left|before) (?:the |this |that )?(?:[a-z]+ )?(?:text|draft|item|"
    r"agenda|date|floor|meeting|list|record|minutes|participants|room|proposal|questions?|lunch|"
    r"break|session|discussion|comments|speakers?))?"
)
_FACT = (
    r"(?:(?:the )?time (?:was|had been) (?:now |nearly |almost |very |running )?(?:short|up|over|"
    r"limited|late|out)(?=$)|(?:it was )(?:time (?:for|to)|noon|late|lunchtime)" + _ANY + r"|"
    r"there (?:were|was|would be) (?:no|time for|still) (?:further |more |other |one |two |three )*"
    r"(?:speakers?|questions?|requests?|comments?|objections?|interventions?|names?|amendments?|"
    r"breaks?|minutes?)" + _IN_ROOM + r"|"
    r"(?:no (?:further |other |more )?(?:objections?|questions?|comments?|speakers?|requests?|"
    r"amendments?)|nobody|no one) (?:had |were |was |else |wished |remained |to |been |asked |"
    r"objected|wanted )+" + _ANY + r"|"
    rf"(?:{_PEOPLE}) had (?:a copy|copies|the (?:draft|text|documents|papers|headsets?)|arrived|"
    r"registered|signed|returned|taken their seats|(?:finished|completed|begun|concluded) "
    r"(?:its|their) work)" + _ANY + r"|"
    r"(?:the )?drafting group (?:had (?:finished|completed|begun)|would|was still|was at)"
    + _ANY
    + r"|"
    r"(?:the )?(?:interpreters|technicians) (?:needed|required|had asked for|wanted|would need) "
    r"(?:a|time)" + _ANY + r"|"
    r"(?:the )?(?:buses|bus|coaches|coach|badges|headsets?|photograph|photographer|lunch|dinner|"
    r"coffee|tea|reception|registration|doors?|microphones?) (?:was|were|would|will|had|is|are)"
    + _ANY
    + r"|"
    rf"{_THING} (?:would|will|was to|were to|is to|had been|was being|were being) (?:not |then |"
    r"also |now |only )*"
    rf"(?:be |been )?(?:{_DONE_TO}|begin|start|resume|end|close|reconvene|continue|follow|last|"
    r"carry no|name no|contain no|bear no|mention no|finish|available|served|anonymous|"
    r"confidential|unattributed|meet|take place|break)" + _ANY + r")"
)
_ACT = re.compile(
    r"(?:(?:then|also|first|finally|briefly|formally|again|duly|next|afterwards|in turn|once more|"
    r"at the (?:start|outset|end|close|beginning)|,) )*"
    r"(?:"
    # the item, the floor and the list
    rf"{_DO} {_THING}{_REST}|"
    rf"asked for {_OF}(?:(?:short|brief|any) )*(?:introductions|corrections|amendments|slides|"
    rf"papers|copies|"
    rf"a show of hands|order|written comments){_REST}|"
    rf"(?:set out|explained|outlined|described|recalled|told (?:the )?[a-z]+|announced) (?:how|"
    rf"when|"
    rf"where|in what order|for how long) {_THING} (?:would|will|was to|were to) (?:be )?[a-z]+"
    rf"{_REST}|"
    rf"(?:recalled|repeated|explained|read out) the (?:terms|rules|conditions|basis) (?:under|on) "
    rf"which (?:it|{_THING}) (?:was|were|would be) (?:being )?(?:held|convened|conducted|taking "
    rf"place){_REST}|"
    rf"(?:brought|drew) {_THING} to (?:a close|an end|order|its end){_REST}|"
    rf"(?:went|asked) (?:round|around) the (?:table|room){_REST}|called the roll|took notes "
    rf"throughout|cut the (?:session|discussion|item) short{_ANY}|noted them down|called for "
    rf"(?:order|silence)|cut {_THING} short{_REST}|"
    rf"noted with (?:thanks|appreciation|gratitude)[^,;]{{3,60}}|expressed (?:thanks|gratitude|"
    rf"appreciation) "
    rf"to {_PEOPLE}{_REST}|reminded {_PEOPLE} of {_THING}{_REST}|took (?:the roll|"
    rf"notes|minutes){_REST}|kept (?:a|the) list of those who [a-z ]{{3,30}}|"
    # minutes for each, and groups
    rf"(?:gave|allotted|allowed|granted|allocated|limited|held|restricted|confined|kept) {_PEOPLE} "
    rf"(?:to )?{_SPAN}{_REST}|(?:allotted|allowed|gave|granted|allocated|set aside|reserved) "
    rf"{_SPAN} "
    rf"(?:to|for) (?:{_PEOPLE}|{_THING}){_REST}|"
    rf"(?:divided|split|broke|arranged) {_PEOPLE} (?:up )?into (?:[a-z]+ )?(?:[a-z]+ )?(?:groups|"
    rf"pairs|tables|teams){_REST}|"
    rf"(?:gave|offered|yielded|passed|returned|handed|opened) (?:over )?(?:the floor )?to {_PEOPLE}"
    rf"{_REST}|handed over(?: to [a-z ]{{3,30}})?|gave {_PEOPLE} the floor|called on "
    rf"{_PEOPLE}{_REST}|"
    rf"circulated (?:[a-z0-9]+ )?(?:pages?|copies|sheets?|lists?) of {_THING}{_REST}|"
    rf"(?:will|would|is to|was to) (?:send|circulate|share|prepare|distribute) {_THING}{_REST}|"
    # what was announced, ruled or asked for
    rf"{_TELLS}{_FACT}|"
    rf"(?:proposed|suggested|asked|decided|ruled|directed|announced|agreed|requested) that "
    rf"{_THING} (?:would |should |will )?be {_DONE_TO}{_REST}|"
    rf"ruled that {_THING} would be {_DONE_TO}{_REST}|"
    rf"(?:asked|reminded|requested|invited|encouraged|told) {_PEOPLE} (?:not )?to "
    rf"{_PROCEED}{_REST}|"
    rf"(?:thanked|welcomed|greeted|introduced) {_PEOPLE}{_REST}|"
    rf"wished {_PEOPLE} (?:a (?:safe|good|pleasant)|well){_ANY}|"
    # what then became of it
    rf"{_THING} (?:rose|ended|closed|began|resumed|adjourned|broke|continued){_REST}|(?:it|they|"
    rf"{_THING}) (?:was|were) (?:then )?(?:adopted|approved|taken|closed|read|agreed|introduced|"
    rf"circulated){_REST}|{_PEOPLE} (?:then )?(?:introduced themselves|took their seats|"
    r"broke for|left for|went (?:to|through)|kept to|spoke in turn|"
    r"moved (?:straight |directly |back )?(?:to|on)|turned to|returned)" + _ANY + r")"
)
_BY = re.compile(
    rf"(?:^|[ (]){_THING} (?:was|were|had been) (?:then |formally |duly |briefly )*(?:brought to "
    r"(?:a close|an end|order)|given|opened|closed|extended|announced|limited|suspended|resumed|"
    r"adjourned|introduced|explained|outlined|circulated|read out|moderated|chaired) by (?:the )?$"
)
_UNDER = re.compile(
    r"^(?:under|following|after|at|on|upon|with)(?: the)?(?: (?:brief|short|opening|closing|"
    r"welcoming|introductory|kind|usual))*(?: (?:guidance|direction|chairmanship|moderation|"
    r"leadership|suggestion|proposal|request|invitation|signal|remarks|words|words of welcome|"
    r"introduction|welcome|"
    r"address)) (?:of|by|from) (?:the )?$"
)
_AT = re.compile(r"^(?:at|on|upon|under|following|after|with) (?:the )?$")
_OWN_SIGN = re.compile(  # At the chair's invitation, the panel moved on.
    r"'s (?:brief |kind |short )?(?:invitation|request|guidance|direction|signal|cue|introduction|"
    r"(?:opening |closing |introductory )?(?:words|remarks)(?: of welcome)?), "
)
_BY_REST = re.compile(
    r"(?: (?:to|at|on|in|for|after|before|until|with|shortly|early|late)(?: [a-z0-9'.:-]+){0,8})?"
)
_WHO = re.compile(r", who ([^,]{3,60}), ")
_NEXT = re.compile(
    rf"(?:,? and then |,? and |, then |, |; )(?=(?:then |finally |also )?(?:(?:{_DO}|asked|"
    rf"reminded|"
    r"wished|thanked|gave|allotted|limited|will|would|it was|they were|noted them)(?![a-z])|"
    rf"the (?:session|meeting|item|discussion|draft|text|group) |{_PEOPLE} ))"
)
_VIEW = re.compile(
    r"(?<![a-z])(?:too|un(?:fair|realistic|likely|wise|necessary)|weak|should not|must|ought|"
    r"hop(?:e|ed|es|ing)|"
    r"fear|fears|feared|doubt|doubts|doubted|regret|regretted|thought|believed|felt|"
    r"disappoint[a-z]*|warn[a-z]*|critici[a-z]*|wrong|right|bad|good(?! journey| night)|better|"
    r"best|worst|poor|important|necessary|crucial|insist[a-z]*|argu[a-z]*|prefer[a-z]*|"
    r"support[a-z]*|oppos[a-z]*|reject[a-z]*|disagree[a-z]*|unfortunately|sadly|dead|failed|fail|"
    r"failure|as an?|as the (?:most|least|best|worst)|by nobody|at home|abroad|parliament|"
    r"countr(?:y|ies)|ministr(?:y|ies)|"
    r"governments?|capitals?|figures|data|examples?|threat|provocation|plea|appeal|farce|joke|"
    r"useless|impatient[a-z]*|angrily|reluctant[a-z]*|"
    r"scept[a-z]*|optimis[a-z]*|pessimis[a-z]*|"
    r"pressure|insistence|impossible|urgent|binding|crisis|waste|wasted|earlier than|personal|"
    r"own|views?|opinions?|favou?r[a-z]*|want(?:ed|s)?(?! to speak)|joke[a-z]*)(?![a-z])"
)

# What is of elsewhere: the terms of the treaty, the rules on permits, a report by her ministry.
_OF_ELSEWHERE = re.compile(
    r"(?<![a-z])(?:rules?|terms(?: of reference)?|purpose|aims?|objectives?|text|report|record|"
    r"papers?|procedures?|points?|theme|drafts?|programme|list|schedule|arrangements|order|"
    r"documents?|discussions?|debate|questions?|presentations?|comments?|copies|deadline|notes) "
    r"(?:of|on|for|about|by|behind|in|from|between|under|with) (?!(?:the |this |that |each |all |"
    r"any |these )*(?:(?:next|first|second|third|last|coming|chatham|drafting|previous|two|three|"
    r"agreed|whole|entire|remaining) )?(?:meeting|session|plenary|dialogue|day|round|item|agenda|"
    r"afternoon|morning|break|lunch|speakers?|participants|delegat|discussants|presenters?|"
    r"questions|summary|house|group|reference|business|room|floor|screen|text|"
    r"[0-9]{1,2}(?![0-9])|end|june|july|may|march|april|friday|monday|tuesday|wednesday|"
    r"thursday|turn|order|"
    r"writing|advance|comments|corrections|week|month|those|names|points|rapporteur|"
    r"secretariat|hosts?|minutes|hands|alphabetical|full|paper|proceedings))"
)


def is_running_english(before: str, after: str) -> bool:
    """Return whether all that is told of an officer in a sentence is how the meeting was run."""
    rest = after.strip().rstrip(" .;!?")
    if _VIEW.search(rest) or _OF_ELSEWHERE.search(rest) or not rest.isascii():
        return False
    if _BY.search(before):
        return bool(_BY_REST.fullmatch(" " + rest if rest else ""))
    if _UNDER.search(before):
        return rest.startswith(", ") and _all_acts(rest[2:])
    own = _OWN_SIGN.match(rest) if _AT.search(before) else None
    if own:
        return _all_acts(rest[own.end() :])
    who = _WHO.match(rest + " ")
    if who:
        return _all_acts(who[1]) and _all_acts(rest[who.end() :])
    return bool(rest) and rest[0] != "," and _all_acts(rest)


_CALLED = re.compile(
    r"(?:handed over|gave the floor|passed the floor|turned|(?:floor|microphone) (?:was|were) "
    r"(?:then )?"
    r"(?:given|passed|handed)(?: by the (?:chair|moderator))?|called (?:on|upon)) (?:to "
    r")?(?:the )?$|"
    r"(?<![a-z])(?:introduced|thanked|called(?: on)?|welcomed) (?:the )?$"
)
_NO_MORE = re.compile(r" ?(?:[.;]|$|,? and (?:asked|opened|invited|called|adjourned|closed) )")


def is_only_called(before: str, after: str) -> bool:
    """Return whether somebody told by a role is only given the floor: handed over to him."""
    return bool(_CALLED.search(before) and _NO_MORE.match(after))


def _all_acts(told: str) -> bool:
    return all(_ACT.fullmatch(part.strip()) for part in _NEXT.split(told))
