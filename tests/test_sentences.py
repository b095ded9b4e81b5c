"""Each refusal and trouble that is raised has a sentence, and each fact that it names is given."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogueprep import words
from dialogueprep.domain.errors import Refused
from dialogueprep.exchange.atomic import refusal
from dialogueprep.sentences import SENTENCES, explain

PACKAGE = Path(__file__).parent.parent / "dialogueprep"
ERRORS = ("Refused", "Trouble")


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """Yield module, code and names of the facts of each error that is made with a plain code."""
    for module in sorted(PACKAGE.rglob("*.py")):
        text = module.read_text(encoding="utf-8")
        if not any(error in text for error in ERRORS):
            continue
        for node in ast.walk(ast.parse(text)):
            if not (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ERRORS
            ):
                continue
            facts = {keyword.arg or "**" for keyword in node.keywords}
            for code in codes(node.args[0]):
                yield module.relative_to(PACKAGE).as_posix(), code, facts


def codes(argument: ast.expr) -> list[str]:
    """Return the codes in `"one"` or in `"one" if ... else "other"`."""
    if isinstance(argument, ast.IfExp):
        return [*codes(argument.body), *codes(argument.orelse)]
    return [argument.value] if isinstance(argument, ast.Constant) else []


def named_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_an_error_is_explained_with_the_facts_it_has() -> None:
    found = list(raised())
    assert len(found) > 300
    assert not {(module, code) for module, code, _ in found if code not in SENTENCES}
    assert not [
        (module, code, lacking)
        for module, code, facts in found
        if "**" not in facts and (lacking := named_in(SENTENCES[code]) - facts)
    ]


def test_no_sentence_shouts() -> None:
    assert not {
        code: sentence
        for code, sentence in SENTENCES.items()
        if "!" in sentence or not sentence.rstrip("”").endswith((".", "?"))
    }


def test_no_sentence_stays_unused() -> None:
    written = "\n".join(module.read_text("utf-8") for module in modules_without_sentences())
    assert not {code for code in SENTENCES if code not in written}


def modules_without_sentences() -> list[Path]:
    return [module for module in PACKAGE.rglob("*.py") if module.parent.name != "sentences"]


def test_an_unknown_code_still_says_its_facts() -> None:
    said = explain(Refused("no-sentence-yet", name="Round 4"))
    assert "no-sentence-yet" in said
    assert "Round 4" in said


def test_no_two_modules_have_a_sentence_for_the_same_code() -> None:
    seen: dict[str, str] = {}
    for module in sorted((PACKAGE / "sentences").glob("of_*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.AnnAssign) and ast.unparse(node.target).startswith("OF_"):
                assert isinstance(node.value, ast.Dict)
                for key in node.value.keys:
                    assert isinstance(key, ast.Constant)
                    assert key.value not in seen, (key.value, seen[key.value], module.name)
                    seen[key.value] = module.name
    assert len(seen) > 100


def test_what_the_system_says_of_a_file_is_said_in_the_language_of_the_window() -> None:
    with pytest.raises(NotADirectoryError) as caught:
        (Path(__file__) / "below").write_text("x")
    error = refusal(Path("brief.docx"), caught.value)
    assert "Not a directory" in explain(error)
    words.use("zh")
    try:
        assert "不是文件夹" in explain(error)
        assert "Not a" not in explain(error)
    finally:
        words.use("en")
