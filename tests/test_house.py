"""The rules of the house that neither ruff nor import-linter can hold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "dialogueprep"
MODULES = sorted(PACKAGE.rglob("*.py"))
DOCUMENTED = ("domain", "store", "commands", "exchange", "workflows")
MOST_LINES_OF_A_FUNCTION = 50
MOST_LINES_OF_A_MODULE = 400

SQL = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM"
    r"|CREATE\s+(TABLE|INDEX|TRIGGER|VIRTUAL)|ALTER\s+TABLE|DROP\s+TABLE|PRAGMA\s)",
    re.DOTALL,
)
NOT_OUR_WORDS = frozenset({"manager", "helper", "util", "handler", "service"})
NOT_KEPT = frozenset({"speaker", "voice"})  # only domain/identity, which looks for them, says so
NOT_OUR_ROOMS = NOT_OUR_WORDS | {"base", "misc"}  # "base" has other uses inside a room

Function = ast.FunctionDef | ast.AsyncFunctionDef


def where(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def strings(module: Path) -> Iterator[ast.Constant]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node


def room_names(module: Path) -> Iterator[str]:
    yield module.stem
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ClassDef):
            yield node.name


def defined_names(module: Path) -> Iterator[str]:
    for node in ast.walk(tree(module)):
        if isinstance(node, Function):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def words_of(name: str) -> set[str]:
    """Return the words in a snake_case or CamelCase name, in lower case and without a plural s."""
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
    return {word.lower().removesuffix("s") for word in words}


def is_declaration(node: Function | ast.ClassDef) -> bool:
    """Whether it is a member of a protocol: its body is an ellipsis."""
    body = node.body[0]
    return isinstance(body, ast.Expr) and ast.unparse(body) == "..."


def public_definitions(body: list[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    for node in body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public_definitions(node.body)


@pytest.mark.parametrize("module", MODULES, ids=where)
def test_a_module_stays_one_room(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MOST_LINES_OF_A_MODULE


@pytest.mark.parametrize("module", MODULES, ids=where)
def test_no_function_is_longer_than_a_page(module: Path) -> None:
    too_long = [
        node.name
        for node in ast.walk(tree(module))
        if isinstance(node, Function)
        and (node.end_lineno or 0) - node.lineno + 1 > MOST_LINES_OF_A_FUNCTION
    ]
    assert not too_long


@pytest.mark.parametrize("module", MODULES, ids=where)
def test_names_use_the_words_of_the_field(module: Path) -> None:
    unwanted = NOT_OUR_WORDS if "identity" in module.parts else NOT_OUR_WORDS | NOT_KEPT
    assert not {name for name in defined_names(module) if words_of(name) & unwanted}
    assert not {name for name in room_names(module) if words_of(name) & NOT_OUR_ROOMS}


@pytest.mark.parametrize(
    "module", [m for m in MODULES if not where(m).startswith("store/")], ids=where
)
def test_sql_is_written_only_in_the_store(module: Path) -> None:
    assert not [node.value for node in strings(module) if SQL.search(str(node.value))]


@pytest.mark.parametrize(
    "module", [m for m in MODULES if where(m).startswith(DOCUMENTED)], ids=where
)
def test_what_is_public_below_the_window_says_what_it_is(module: Path) -> None:
    silent = [
        node.name
        for node in public_definitions(tree(module).body)
        if not ast.get_docstring(node) and not is_declaration(node)
    ]
    assert not silent


@pytest.mark.parametrize("module", [m for m in MODULES if m.stat().st_size], ids=where)
def test_each_module_says_what_it_is_for(module: Path) -> None:
    assert ast.get_docstring(tree(module))


def test_the_rule_about_names_sees_words_inside_names() -> None:
    assert words_of("NoteManager") & NOT_OUR_WORDS
    assert words_of("_parse_helpers") & NOT_OUR_WORDS
    assert not words_of("database_folder") & NOT_OUR_ROOMS


def test_the_rule_about_sql_sees_sql() -> None:
    assert SQL.search("select".upper() + " id FROM notes")
    assert not SQL.search("Update the notes, then set the table.")
