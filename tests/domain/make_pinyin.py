"""Make ``data/lexicon/pinyin.txt`` from pypinyin, as when it knows more: python make_pinyin.py.

The table has three parts: characters by their readings, the usual reading first; words in which a
character is not read as usual; and all words of which pypinyin knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pypinyin import Style, pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

TABLE = Path(__file__).parents[2] / "data/lexicon/pinyin.txt"
WIDTH = 100
HEAD = """\
# How Chinese characters are read in Mandarin (pinyin, the tone as a number, ü as v). Made from
# pypinyin 0.55.0 (licence: pinyin.LICENSE.txt), which took its readings from the Unihan database,
# the table of general standard characters, 汉典 and 汉语大字典. Three parts: "readings<TAB>the
# characters that are read so", the usual reading first; words in which a character is not read as
# usual, "word<TAB>reading of each"; and all words of which it knows, in order of their signs."""


def table() -> str:
    """Return the whole table as text."""
    parts = (HEAD, "\n".join(_characters()), "\n".join(_words()), "\n".join(_known()))
    return "\n\n".join(parts) + "\n"


def _characters() -> Iterator[str]:
    groups: dict[tuple[str, ...], list[str]] = {}
    for number in sorted(PINYIN_DICT):
        groups.setdefault(tuple(_read(chr(number))[0]), []).append(chr(number))
    for readings, characters in sorted(groups.items()):
        yield f"{' '.join(readings)}\t{''.join(characters)}"


def _words() -> Iterator[str]:
    for word in sorted(PHRASES_DICT):
        read = _read(word)
        if [tuple(each) for each in read] != [tuple(_read(sign)[0][:1]) for sign in word]:
            yield f"{word}\t{' '.join('/'.join(each) for each in read)}"


def _known() -> Iterator[str]:
    """Yield lines of words that begin with the same character."""
    line = ""
    for word in sorted(PHRASES_DICT):
        if line and (word[0] != line[0] or len(line) + 1 + len(word) > WIDTH):
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line


def _read(text: str) -> list[list[str]]:
    return pinyin(text, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True)


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
