"""What reads folded text holds no letter that folding changes: it could never match there."""

import ast
import importlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType

import pytest

from dialogueprep.domain import identity
from dialogueprep.exchange.lexicon_reader import read_lexicon

HERE = Path(identity.__file__).parent
MODULES = sorted(p for p in HERE.rglob("*.py") if p.name != "fold.py")
NO_LETTERS = re.compile(r"\\.|\(\?P<\w+>|\[\^(?:\\.|[^\]])*\]", re.DOTALL)
RANGE = re.compile(r"([^\W_])-([^\W_])")
FEW = 400  # letters of a range: of a whole script no letter is meant
FOLDS = {"fold", "_fold", "plain", "_plain"}


def lost(pattern: str, flags: int = 0) -> str:
    """Return the letters of a pattern that are in no folded text."""
    text = NO_LETTERS.sub("", pattern)
    ranges = [(ord(first), ord(last)) for first, last in RANGE.findall(text)]
    letters = set(RANGE.sub("", text))
    for first, last in ranges:
        span = [c for c in map(chr, range(first, last + 1)) if c.isalpha()]
        if len(span) < FEW and sum(map(is_lost, span)) * 3 > len(span) * 2:
            letters.update(span[:1])
    if flags & re.IGNORECASE or "(?i" in text:
        letters = {c for c in letters if not c.isascii()}
    return "".join(sorted(filter(is_lost, letters)))


def is_lost(letter: str) -> bool:
    return letter.isalpha() and read_lexicon().fold(letter).text != letter


def patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from (found for pair in value.items() for found in patterns_in(pair))
    elif isinstance(value, (tuple, list, set, frozenset)):
        yield from (found for one in value for found in patterns_in(one))


def compiled_in(statement: ast.stmt) -> list[ast.Call]:
    calls = (node for node in ast.walk(statement) if isinstance(node, ast.Call))
    return [call for call in calls if ast.unparse(call.func) == "re.compile"]


def names_bound(statement: ast.Assign | ast.AnnAssign) -> Iterator[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    yield from (n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name))


def unfolded(node: ast.AST, known: dict[str, object]) -> Iterator[str]:
    """Yield what is put into a pattern as it stands, without being folded first."""
    if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in FOLDS:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and isinstance(written := known.get(node.id), str):
        yield written
    for part in ast.iter_child_nodes(node):
        yield from unfolded(part, known)


def imported(module: Path) -> ModuleType:
    name = ".".join(module.relative_to(HERE.parent.parent.parent).with_suffix("").parts)
    return importlib.import_module(name)


def read_by(module: Path) -> Iterator[tuple[str, str]]:
    """Yield what in a module could never match, with where it stands."""
    tree = ast.parse(module.read_text("utf-8"))
    known = vars(imported(module))
    for statement in tree.body:
        calls = compiled_in(statement)
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and calls:
            for bound in names_bound(statement):
                for pattern in patterns_in(known[bound]):
                    yield bound, lost(pattern.pattern, pattern.flags)
            continue
        for call in calls:
            yield from ((f"line {call.lineno}", lost(it)) for it in unfolded(call, known))


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(HERE)))
def test_a_pattern_for_folded_text_holds_only_folded_letters(module):
    assert [(where, letters) for where, letters in read_by(module) if letters] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(HERE)))
def test_words_that_are_looked_for_in_folded_text_are_folded(module):
    source = module.read_text("utf-8")
    sets = [it for it in vars(imported(module)).values() if isinstance(it, frozenset)]
    words = [word for it in sets for word in it if isinstance(word, str) and not word.isascii()]
    assert "as_written(" in source or [word for word in words if lost(word)] == []


@pytest.mark.parametrize("part", ["speech", "common", "institutions", "room", "meeting"])
def test_tables_of_words_are_folded_when_they_are_read(part):
    words = list(words_in(getattr(read_lexicon(), part)))
    assert len(words) > 20
    assert [word for word in words if not word.isascii() and lost(word)] == []


def words_in(value: object) -> Iterator[str]:
    """Yield the words of a table and of all in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, re.Pattern):
        yield value.pattern
    elif isinstance(value, Mapping):
        yield from (word for pair in value.items() for word in words_in(pair))
    elif isinstance(value, (tuple, list, set, frozenset)):
        yield from (word for one in value for word in words_in(one))
    elif is_dataclass(value):
        yield from (word for it in fields(value) for word in words_in(getattr(value, it.name)))


def test_letters_that_folding_changes_are_told():
    assert lost(r"(?P<Who>発言|发言|\S[^A-Z]{1,3})[ァ-ヺ][ぁ-ゖ]") == "ァ発"
    assert lost("[A-Z]", re.IGNORECASE) == ""
