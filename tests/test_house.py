"""The rules of the house that neither ruff nor import-linter can hold."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Module:
    """A module that is parsed and walked once for all rules."""

    path: Path
    text: str
    tree: ast.Module
    nodes: tuple[ast.AST, ...]

    @property
    def where(self) -> str:
        return self.path.relative_to(PACKAGE).as_posix()


def read(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    return Module(path, text, tree, tuple(ast.walk(tree)))


def room_names(module: Module) -> Iterator[str]:
    yield module.path.stem
    for node in module.nodes:
        if isinstance(node, ast.ClassDef):
            yield node.name


def defined_names(module: Module) -> Iterator[str]:
    for node in module.nodes:
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


def lines_too_many(module: Module) -> Iterator[object]:
    if (lines := len(module.text.splitlines())) > MOST_LINES_OF_A_MODULE:
        yield lines


def long_functions(module: Module) -> Iterator[object]:
    for node in module.nodes:
        if (
            isinstance(node, Function)
            and (node.end_lineno or 0) - node.lineno + 1 > MOST_LINES_OF_A_FUNCTION
        ):
            yield node.name


def unwanted_names(module: Module) -> Iterator[object]:
    unwanted = NOT_OUR_WORDS if "identity" in module.path.parts else NOT_OUR_WORDS | NOT_KEPT
    yield from {name for name in defined_names(module) if words_of(name) & unwanted}
    yield from {name for name in room_names(module) if words_of(name) & NOT_OUR_ROOMS}


def sql_outside_the_store(module: Module) -> Iterator[object]:
    if not module.where.startswith("store/"):
        for node in module.nodes:
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and SQL.search(node.value)
            ):
                yield node.value


def silent_definitions(module: Module) -> Iterator[object]:
    if module.where.startswith(DOCUMENTED):
        for node in public_definitions(module.tree.body):
            if not ast.get_docstring(node) and not is_declaration(node):
                yield node.name


def no_purpose(module: Module) -> Iterator[object]:
    if module.text and not ast.get_docstring(module.tree):
        yield module.where


Rule = Callable[[Module], Iterator[object]]
RULES: tuple[Rule, ...] = (
    lines_too_many,
    long_functions,
    unwanted_names,
    sql_outside_the_store,
    silent_definitions,
    no_purpose,
)


@pytest.fixture(scope="module")
def breaches() -> dict[Rule, dict[str, list[object]]]:
    """Return what is found against each rule, under the modules where it stands."""
    found: dict[Rule, dict[str, list[object]]] = {rule: {} for rule in RULES}
    for path in MODULES:
        module = read(path)
        for rule in RULES:
            if against := list(rule(module)):
                found[rule][module.where] = against
    return found


def test_the_rules_are_held_against_all_rooms() -> None:
    rooms = {path.relative_to(PACKAGE).parts[0] for path in MODULES}
    assert rooms >= {*DOCUMENTED, "ui", "cli"}


def test_a_module_stays_one_room(breaches) -> None:
    assert not breaches[lines_too_many]


def test_no_function_is_longer_than_a_page(breaches) -> None:
    assert not breaches[long_functions]


def test_names_use_the_words_of_the_field(breaches) -> None:
    assert not breaches[unwanted_names]


def test_sql_is_written_only_in_the_store(breaches) -> None:
    assert not breaches[sql_outside_the_store]


def test_what_is_public_below_the_window_says_what_it_is(breaches) -> None:
    assert not breaches[silent_definitions]


def test_each_module_says_what_it_is_for(breaches) -> None:
    assert not breaches[no_purpose]


def test_the_rule_about_names_sees_words_inside_names() -> None:
    assert words_of("NoteManager") & NOT_OUR_WORDS
    assert words_of("_parse_helpers") & NOT_OUR_WORDS
    assert not words_of("database_folder") & NOT_OUR_ROOMS


def test_the_rule_about_sql_sees_sql() -> None:
    assert SQL.search("select".upper() + " id FROM notes")
    assert not SQL.search("Update the notes, then set the table.")
