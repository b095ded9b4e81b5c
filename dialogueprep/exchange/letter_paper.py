"""Letters on the user's own paper: a Word file in which {letter} and other fields stand.

The file is changed where fields stand and where it tells who wrote it and when; all else (logos,
heads, feet, fonts) stays byte for byte. What cannot be a letter is refused.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape, unescape

from dialogueprep.domain.errors import Refused
from dialogueprep.domain.letters import Letter, unresolved
from dialogueprep.exchange.docx_package import core_xml
from dialogueprep.exchange.house_style import printed
from dialogueprep.exchange.letter_writer import paragraphs
from dialogueprep.exchange.packing import packed
from dialogueprep.words import later, tr

_MOST = 60_000_000  # bytes of all members of a letter paper
_WORDS = re.compile(r"^word/(document|header\d*|footer\d*)\.xml$")
_LEFT_OUT = re.compile(
    r"^(docProps/(?!core\.xml)|customXml/|word/(comments|people|vbaProject|_rels/settings))"
)
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?</w:p>", re.DOTALL)
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
_CHANGES = re.compile(r"<w:(ins|del|moveFrom|moveTo) ")


def on_paper(paper: Path, letter: Letter, title: str) -> bytes:
    """Return a Word file made of ``paper`` with the words of a letter in place of {letter}.

    A paragraph that holds only {letter} becomes the paragraphs of the letter, in its style. The
    file's own properties are replaced by ``title``, and its comments and custom parts left out.
    Raises Refused("template-unsuitable", name, reason).
    """
    members = _members(paper)
    main = members.get("word/document.xml", b"").decode("utf-8", "replace")
    if "{letter}" not in _plain(main):
        raise _unsuitable(paper, later("there is no paragraph in it that says {letter}"))
    if _CHANGES.search(main):
        raise _unsuitable(paper, later("it holds tracked changes that are not accepted"))
    changed = {n: _changed(n, c, letter, title) for n, c in members.items()}
    for name, content in changed.items():
        if _WORDS.match(name) and (left := unresolved(_plain(content.decode("utf-8")))):
            raise Refused("letter-unresolved", name=letter.who.person.name.listed, fields=left[0])
    return packed(changed.items())


def _unsuitable(paper: Path, reason: str) -> Refused:
    return Refused("template-unsuitable", name=paper.name, reason=tr(reason))


def _members(paper: Path) -> Mapping[str, bytes]:
    """Return the members that are kept; Refused for a file that is no plain Word document."""
    try:
        with zipfile.ZipFile(paper) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST:
                raise _unsuitable(paper, later("it is too large"))
            names = [n for n in archive.namelist() if not n.endswith("/")]
            if any("vbaProject" in n for n in names):
                raise _unsuitable(paper, later("it holds macros"))
            members = {n: archive.read(n) for n in names if not _LEFT_OUT.match(n)}
    except (OSError, zipfile.BadZipFile, RuntimeError, ValueError, EOFError) as error:
        raise _unsuitable(paper, later("it cannot be read as a Word file")) from error
    if any(b"<!DOCTYPE" in c[:2000] for n, c in members.items() if n.endswith((".xml", ".rels"))):
        raise _unsuitable(paper, later("it declares entities"))
    return members


def _changed(name: str, content: bytes, letter: Letter, title: str) -> bytes:
    if name == "docProps/core.xml":
        return core_xml(title, letter.language).encode()
    if not name.endswith((".xml", ".rels")):
        return content
    text = _anonymous(content.decode("utf-8", "replace"))
    if _WORDS.match(name):
        text = _PARAGRAPH.sub(partial(_filled, letter=letter), text)
    return text.encode("utf-8")


def _anonymous(text: str) -> str:
    """Return a part without revision ids, the template's place, and references to what is left."""
    text = re.sub(r' w:rsid\w*="[^"]*"', "", text)
    text = re.sub(r"<w:rsids>.*?</w:rsids>", "", text, flags=re.DOTALL)
    text = re.sub(r"<w:attachedTemplate [^>]*/>", "", text)
    text = re.sub(r"<w:comment(RangeStart|RangeEnd|Reference) [^>]*/>", "", text)
    gone = r"(docProps/(app|custom|thumbnail)|customXml|comments|people\.xml)"
    text = re.sub(rf'<Override [^>]*PartName="/[^"]*{gone}[^>]*/>', "", text)
    return re.sub(rf'<Relationship [^>]*Target="[^"]*{gone}[^>]*/>', "", text)


def _plain(text: str) -> str:
    """Return the words of a part, those of a paragraph joined."""
    return "\n".join(_joined(found[0]) for found in _PARAGRAPH.finditer(text))


def _joined(paragraph: str) -> str:
    return unescape("".join(t[1] for t in _TEXT.findall(paragraph)))


def _filled(found: re.Match[str], letter: Letter) -> str:
    paragraph, said = found[0], _joined(found[0])
    if said.strip() == "{letter}":
        return "".join(_paragraph(paragraph, words) for words in paragraphs(letter.text))
    values = {f"{{{name}}}": value for name, value in letter.values}
    if not any(field in said for field in values):
        return paragraph
    for field, value in values.items():
        said = said.replace(field, value)
    return _with_words(paragraph, said)


def _paragraph(pattern: str, words: str) -> str:
    """Return a paragraph like the pattern with other words, its line feeds and tabs as such."""
    properties = _first(r"<w:pPr>.*?</w:pPr>|<w:pPr/>", pattern)
    look = _first(r"<w:rPr>.*?</w:rPr>", pattern.removeprefix(properties).replace(properties, ""))
    return f"<w:p>{properties}<w:r>{look}{_runs(words)}</w:r></w:p>"


def _runs(words: str) -> str:
    lines = [
        "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(p)}</w:t>' for p in line.split("\t"))
        for line in words.split("\n")
    ]
    return "<w:br/>".join(printed(line) for line in lines)


def _with_words(paragraph: str, words: str) -> str:
    """Return a paragraph with all of its words in its first text, in the look of that one."""
    texts = iter([f"</w:t>{_runs(words)}<w:t>"])
    return _TEXT.sub(lambda t: f"{t[1]}{next(texts, '')}{t[3]}", paragraph)


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.DOTALL)
    return found[0] if found else ""
