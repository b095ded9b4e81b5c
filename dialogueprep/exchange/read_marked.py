"""Marked texts as a reader sees them: what style sheets add, commands of TeX, codes of letters."""

from __future__ import annotations

import re
from binascii import a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass

from dialogueprep.exchange.read_text import decode

_QUOTED = re.compile(r"=\n(?=\S)|[^\W\d_]=[2-7][0-9A-F][^\W\d_]|=3[CDE]")
_ASIDE = re.compile(r"(</?(?:script|style|template|noscript|del|s|strike)\b[^<>]*>)", re.IGNORECASE)
_NAME = re.compile(r"</?(\w+)")
_ADDS = re.compile(r":(?:before|after|marker)\b", re.IGNORECASE)
_RULE = re.compile(r"([^{}<>;]{1,200})\{([^{}]{0,2000})\}")
_SELECTOR = re.compile(r"([\w-]*)(?:[.#]([\w-]+))?::?(before|after|marker)\s*$", re.IGNORECASE)
_CONTENT = re.compile(
    r"""\bcontent\s*:((?:[^;"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*)""", re.DOTALL
)
_STRING = r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')"""
_VALUE = re.compile(rf"{_STRING}|\b(attr|var)\(\s*([\w-]+)", re.DOTALL)
_VARIABLE = re.compile(rf"(--[\w-]+)\s*:\s*{_STRING}", re.DOTALL)
_CSS_CODE = re.compile(r"\\(?:\n|([0-9A-Fa-f]{1,6})\s?|(.))")
_MOST_RULES = 20
_TEX = re.compile(
    r"\\(?:[A-Za-z]+\*?[ \t]*[{\[]|begin\b|relax\b|new\w*command\b)|[A-Za-z]\{\}|\}\{"
)
_TEX_NAMES = (".tex", ".ltx", ".sty", ".cls", ".bib", ".bbl")
_TEX_COMMENT = re.compile(r"(?<!\\)%[^\n]*\n[ \t]*")
_TEX_DEFINED = re.compile(
    r"\\(?:(?:re|provide)?(?:new)?command\*?|def)\s*\{?\\([A-Za-z]{1,40})\}?\s*\{([^{}]{1,80})\}"
)
_TEX_COMMAND = re.compile(r"\\[A-Za-z]+\*?(?:\[[^\[\]]{0,200}\])?[ \t]*")
_TEX_FIRST = re.compile(r"\\[A-Za-z]+\*?\{[^{}]{0,80}\}(?=\{)")


def unquoted(text: str) -> str:
    """Return a text with letters in the codes of letters (RFC 2045, 6.7) and lines that go on."""
    if not _QUOTED.search(text):
        return text
    return decode(a2b_qp(text.encode("utf-8", "replace")))


def without_asides(text: str) -> str:
    """Return a page without scripts, styles and what is struck out: no reader sees them."""
    kept: list[str] = []
    skipped = ""
    for n, piece in enumerate(_ASIDE.split(text)):
        if n % 2 == 0:
            kept += [] if skipped else [piece]
            continue
        found = _NAME.match(piece)
        name = found[1].lower() if found else ""
        if not skipped and not piece.startswith("</"):
            skipped = name
        elif skipped == name and piece.startswith("</"):
            skipped = ""
    return "".join(kept)


@dataclass(frozen=True, slots=True)
class _Added:
    """What a rule of a style sheet adds before or after the words of an element (CSS 2.1, 12)."""

    tag: str
    called: str
    where: str
    value: str

    def into(self, text: str, variables: dict[str, str]) -> str:
        """Return a page with the words that are added."""
        called = (
            rf"[^<>]*\b(?:class|id)\s*=\s*[\"']?[^\"'<>]*(?<![\w-]){re.escape(self.called)}(?![\w-])"
            if self.called
            else ""
        )
        opening = rf"(<({re.escape(self.tag) or '[A-Za-z]+'})\b{called}[^<>]*>)"
        rest = r"((?:(?!</\2\b).){0,500})" if self.where == "after" else "()"

        def with_value(match: re.Match[str]) -> str:
            return match[1] + match[3] + _said(self.value, match[1], variables)

        return re.sub(opening + rest, with_value, text, flags=re.IGNORECASE | re.DOTALL)


def as_styled(text: str) -> Iterator[str]:
    """Yield a page with the words that its style sheets add to it."""
    if not _ADDS.search(text):
        return
    variables = {m[1]: _unescaped(m[2] or m[3] or "") for m in _VARIABLE.finditer(text)}
    added = sorted(_added(text), key=lambda one: one.where == "after")[:_MOST_RULES]
    page = without_asides(text)
    for one in added:
        page = one.into(page, variables)
    if added:
        yield page
        yield "\n".join(_said(one.value, "", variables) for one in added)


def _added(text: str) -> Iterator[_Added]:
    for rule in _RULE.finditer(text):
        content = _CONTENT.search(rule[2])
        if content is None or not any(c.isalpha() for c in content[1]):
            continue
        for selector in rule[1].split(","):
            if found := _SELECTOR.search(selector):
                yield _Added(found[1], found[2] or "", found[3].lower(), content[1])


def _said(value: str, tag: str, variables: dict[str, str]) -> str:
    """Return the strings of a value put together; one may be an attribute of the element."""
    said = ""
    for one, other, kind, name in _VALUE.findall(value):
        if kind == "var":
            said += variables.get(name, "")
        elif kind:
            held = re.search(rf"""\b{re.escape(name)}\s*=\s*["']?([^"'<>]*)""", tag)
            said += held[1] if held else ""
        else:
            said += _unescaped(one or other)
    return said


def _unescaped(text: str) -> str:
    return _CSS_CODE.sub(_css_letter, text)


def _css_letter(code: re.Match[str]) -> str:
    if not code[1]:
        return code[2] or ""
    number = int(code[1], 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else ""


def without_commands(text: str, name: str = "") -> Iterator[str]:
    """Yield a text of TeX without its commands, their brackets and comments; once more without the
    first of two brackets, which says how the second is set."""
    if not (name.lower().endswith(_TEX_NAMES) or _TEX.search(text)):
        return
    plain = _TEX_COMMENT.sub("", text)
    defined = {m[1]: m[2] for m in _TEX_DEFINED.finditer(plain)}
    if defined:
        plain = re.sub(r"\\([A-Za-z]+)", lambda m: defined.get(m[1], m[0]), plain)
    for one in (plain, _TEX_FIRST.sub("", plain)):
        yield _TEX_COMMAND.sub("", one).translate({ord("{"): None, ord("}"): None})
