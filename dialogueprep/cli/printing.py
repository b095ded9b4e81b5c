"""How the commands print what they have done: lines for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import click

from dialogueprep.words import tr

Document = Mapping[str, Any]
"""A document as it is printed by `--json`."""


def tell(document: Document, as_json: bool, lines: Callable[[Document], Iterator[str]]) -> None:
    """Print a document: as JSON, or the lines that are made of it."""
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for line in lines(document):
            click.echo(line)


def library_lines(document: Document) -> Iterator[str]:
    """Yield the entries and sources of a library."""
    for kind in ("topics", "recommendations"):
        yield f"{kind} ({len(document[kind])})"
        for entry in document[kind]:
            rated = f"{entry['sensitivity'] or '-'}/{entry['operability'] or '-'}"
            yield f"  {rated}  {entry['title']}  [{entry['id']}]"
    yield f"sources ({len(document['sources'])})"
    for source in document["sources"]:
        yield f"  {source['title']}  [{source['id']}]"


def proposal_lines(document: Document) -> Iterator[str]:
    """Yield what reports propose, by file."""
    for file in document["files"]:
        yield f"{file['file']}: {len(file['proposals'])}"
        for each in file["proposals"]:
            prompts = ", ".join(word for prompt in each["prompts"] for word in prompt["words"])
            yield f"  {each['kind']}  {each['title']}" + (f"  [{prompts}]" if prompts else "")
            yield f"    {each['start']}-{each['end']}  {each['passage']}"


def people_lines(document: Document) -> Iterator[str]:
    """Yield who stands in files."""
    for file in document["files"]:
        yield f"{file['file']}: {len(file['people'])}"
        for each in file["people"]:
            named = " ".join(filter(None, (each["title"], each["family"], each["given"])))
            native = f" ({each['native']})" if each["native"] else ""
            about = ", ".join(filter(None, (each["affiliation"], each["country"])))
            yield f"  {each['row']}  {named}{native}" + (f"  {about}" if about else "")


def edit_lines(document: Document) -> Iterator[str]:
    """Yield the edits of a programme that came back."""
    yield f"{document['file']}: {len(document['edits'])}"
    for each in document["edits"]:
        sides = " -> ".join(" ".join(each[side].split()) for side in ("mine", "theirs"))
        yield f"  {each['kind']}  {each['title']}: {sides}"


def exported_lines(document: Document) -> Iterator[str]:
    """Yield how much was exported."""
    kinds = ("topics", "recommendations", "sources")
    yield f"{document['file']}: " + ", ".join(f"{document[kind]} {kind}" for kind in kinds)


def taken_in_lines(document: Document) -> Iterator[str]:
    """Yield what a file brought into a library."""
    for kind in ("new", "changed", "same"):
        yield f"{kind} ({len(document[kind])})"
        for entry in document[kind] if kind != "same" else ():
            yield f"  {entry['title']}  [{entry['id']}]"
    yield f"refused ({len(document['refused'])})"


def screen_lines(document: Document) -> Iterator[str]:
    """Yield what identifies somebody in files."""
    from dialogueprep.workflows.evidence import UNSEEN
    from dialogueprep.workflows.part_names import part_called

    for role in document.get("further_roles", ()):
        yield tr("not one of the program’s roles, looked for as it is written: {role}", role=role)
    for file in document["files"]:
        if "refused" in file:  # said on stderr
            continue
        yield f"{file['file']}: {len(file['exposures'])}"
        if not file["exposures"]:
            yield "  " + tr("No known form of a participant’s name was found.")
        for each in file["exposures"]:
            better = f" -> {each['suggestion']}" if each["suggestion"] else ""
            place = part_called(_part_at(each["start"], file["parts"]))
            said = f"“{each['text']}”{better}: {each['why']} ({place})"
            yield f"  {each['level']} {each['kind']} {said}"
        for part in file["unread"]:
            yield "  " + tr("not read, look at it yourself: {part}", part=_with_name(part))
    yield tr(UNSEEN)


def _part_at(place: int, parts: list[dict[str, Any]]) -> str:
    return next((p["name"] for p in reversed(parts) if p["start"] <= place), "")


def _with_name(part: str) -> str:
    """Return what a part is called, and its name in the file."""
    from dialogueprep.workflows.part_names import part_called

    called = part_called(part)
    return part if called == part else f"{called} ({part})"


def checked_lines(document: Document) -> Iterator[str]:
    """Yield which files are not as they were."""
    yield document["said"]
    for kind in ("changed", "missing", "added"):
        for path in document[kind]:
            yield f"  {kind}  {path}"


def written_lines(document: Document) -> Iterator[str]:
    """Yield files with their digests, and their evidence."""
    for file in document["files"]:
        yield f"{file['file']}  sha256 {file['sha256']}"
    yield from document["evidence"]
