"""The commands. Each calls one workflow; what it needs is imported when it runs.

Messages go to stderr; `--json` puts one JSON document on stdout. No command needs Qt or a screen.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dialogueprep import __version__
from dialogueprep.cli.kit_commands import kit
from dialogueprep.cli.life_commands import dialogue
from dialogueprep.cli.opening import open_window
from dialogueprep.cli.printing import (
    checked_lines,
    edit_lines,
    exported_lines,
    library_lines,
    people_lines,
    proposal_lines,
    screen_lines,
    taken_in_lines,
    tell,
    written_lines,
)
from dialogueprep.cli.status import DONE, REFUSED, TROUBLED
from dialogueprep.cli.team_commands import team
from dialogueprep.cli.text_commands import texts
from dialogueprep.domain.briefs.blocks import Annex, Audience, Product
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.words import tr, use

as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
existing = click.Path(exists=True, dir_okay=False, path_type=Path)
folder = click.Path(file_okay=False, path_type=Path)
chosen = click.Path(path_type=Path)
"""A file to read: what is wrong with it is said in the words of the window."""


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="DialoguePrep")
@click.option("--workspace", type=folder, help="The workspace that the window opens.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    envvar="DIALOGUEPREP_LANGUAGE",
    help="Of the sentences that a command prints; English if none is given.",
)
@click.pass_context
def program(context: click.Context, workspace: Path | None, language: str | None) -> int:
    """Prepare Track 1.5 and Track 2 dialogues. Without a command, open the window."""
    if language is not None:
        use(language)
    if context.invoked_subcommand is None:
        return open_window(workspace)
    if workspace is not None:
        raise click.UsageError("--workspace before a command opens the window; leave one out.")
    return DONE


@program.command()
@click.option("--out", type=folder, required=True, help="Where the documents are written.")
@as_json
def demo(out: Path, as_json: bool) -> int:
    """Build the sample dialogue and write each of its documents as Word and PDF."""
    from dialogueprep.workflows.demo import demo as build

    result = build(out)
    tell(result, as_json, written_lines)
    return DONE


@program.command()
@click.argument("files", type=existing, nargs=-1, required=True)
@click.option("--roster", type=existing, required=True, help="A .csv, .xlsx or .json file.")
@click.option("--item", help="The agenda item whose attendance counts; else the whole roster.")
@click.option("--k", default=3, show_default=True, type=click.IntRange(min=1))
@as_json
def screen(files: tuple[Path, ...], roster: Path, item: str | None, k: int, as_json: bool) -> int:
    """Look in .docx, .pdf, .txt and .md files for what identifies a person of the roster."""
    from dialogueprep.workflows.screen import blocked, unreadable
    from dialogueprep.workflows.screen import screen as look

    result = look(files, roster, item, k)
    tell(result, as_json, screen_lines)
    for file in result["files"]:
        if why := file.get("refused"):
            click.echo(why, err=True)
    if blocked(result):
        return REFUSED
    return TROUBLED if unreadable(result) else DONE


program.add_command(kit)
program.add_command(texts)
program.add_command(team)
program.add_command(dialogue)


@program.group()
def library() -> None:
    """Read the shipped library of topics and recommendations, or that of a workspace."""


@library.command("list")
@as_json
def library_list(as_json: bool) -> int:
    """List sources, topics and recommendations."""
    from dialogueprep.workflows.library_listing import listing

    tell(listing(), as_json, library_lines)
    return DONE


@library.command("search")
@click.argument("query")
@click.option("--workspace", type=folder, help="Its folder; else the shipped library.")
@click.option("--key-file", type=existing, help="Holds the passphrase, or a key in 64 hex digits.")
@as_json
def library_search(query: str, as_json: bool, **asked: Any) -> int:
    """List what QUERY finds, in any of the four languages, as the window's search field does.

    All words have to stand in an entry: Latin ones by their beginning, Chinese, Japanese and
    Korean ones anywhere. "Words in quotation marks" stand together, -word leaves out, and tag:,
    format:, sens:<=2, oper:>=3, used:never, source: and lang: are conditions. Where nothing
    matches, near words are taken, and stderr says which. QUERY may follow -- where it begins
    with a hyphen.
    """
    from dialogueprep.workflows.library_listing import search

    result = search(query, **asked)
    tell(result, as_json, library_lines)
    if taken := " ".join(each["taken"] for each in result.get("forgiven", ())):
        sentence = tr("Nothing holds what was typed; shown for: {words}", words=taken)
        click.echo(sentence, err=True)
    return DONE


@library.command("export")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--query", default="", help="Only what this finds.")
@click.option("--with-ratings", is_flag=True, help="Also how entries were judged, and by whom.")
@click.option("--with-histories", is_flag=True, help="Also where entries were discussed.")
@click.option(
    "--lang", type=click.Choice(["en", "zh", "ja", "ko"]), default="en", help="Of a Word table."
)
@click.option("--workspace", type=folder, help="Its folder; else the shipped library.")
@click.option("--key-file", type=existing, help="Holds the passphrase, or a key in 64 hex digits.")
@as_json
def library_export(as_json: bool, **asked: Any) -> int:
    """Write the library to a .csv, .xlsx, .json or .docx file, from which it can be taken in.

    Ratings and histories stay behind unless they are asked for.
    """
    from dialogueprep.workflows.library_exchange import export_as_asked

    result = export_as_asked(**asked)
    tell(result, as_json, exported_lines)
    for warning in result["warnings"]:
        click.echo(warning, err=True)
    return DONE


@library.command("take-in")
@click.argument("file", type=chosen)
@click.option("--dry-run", is_flag=True, help="Only list new, changed, same and refused entries.")
@click.option("--with-ratings", is_flag=True, help="Also the ratings that the file brings.")
@click.option("--with-histories", is_flag=True, help="Also where entries were discussed.")
@click.option("--without-refused", is_flag=True, help="Take in the rest if rows are refused.")
@click.option("--workspace", type=folder, help="Its folder; else the usual one.")
@click.option("--key-file", type=existing, help="Holds the passphrase, or a key in 64 hex digits.")
@as_json
def library_take_in(file: Path, as_json: bool, **asked: Any) -> int:
    """Take a file that `library export` wrote into the library of a workspace.

    Entries are known by their ids or titles. Nothing is removed, and ratings stay unless others
    are asked for. If a row is refused, nothing is taken in, and the exit status is 1.
    """
    from dialogueprep.workflows.library_exchange import restored_words, take_in_as_asked

    result = take_in_as_asked(file, **asked)
    tell(result, as_json, taken_in_lines)
    if lost := restored_words(result["restored"]):
        click.echo(lost, err=True)
    for row in result["refused"]:
        click.echo(row["why"], err=True)
    return REFUSED if result["refused"] else DONE


@library.command("import")
@click.argument("files", type=chosen, nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Propose only. Required: the window keeps proposals.")
@as_json
def library_import(files: tuple[Path, ...], dry_run: bool, as_json: bool) -> int:
    """Propose topics and recommendations from .docx, .pdf, .hwpx, .html, .md and .txt reports.

    Each proposal stands with its passage and its place in the text. A file that cannot be read
    says why, and the exit status is 1; the others are read all the same.
    """
    if not dry_run:
        raise click.UsageError("--dry-run is required: proposals are accepted in the window.")
    from dialogueprep.workflows.import_report import proposals_of

    result = proposals_of(files)
    tell(result, as_json, proposal_lines)
    refused = [file["refused"] for file in result["files"] if "refused" in file]
    for sentence in refused:
        click.echo(sentence, err=True)
    return REFUSED if refused else DONE


@program.group()
def agenda() -> None:
    """Compare the agenda of a dialogue with programmes that come back."""


@agenda.command("compare")
@click.argument("file", type=chosen)
@click.option("--workspace", type=folder, help="Its folder; else the usual one.")
@click.option("--dialogue", required=True, help="Its name, or its id.")
@click.option("--key-file", type=existing, help="Holds the passphrase, or a key in 64 hex digits.")
@as_json
def agenda_compare(file: Path, as_json: bool, **asked: Any) -> int:
    """List what a partner's programme in a .docx file would change. Nothing is written.

    Edits are accepted or rejected in the window.
    """
    from dialogueprep.workflows.partner_programme import compare_as_asked

    tell(compare_as_asked(file, **asked), as_json, edit_lines)
    return DONE


@program.group()
def people() -> None:
    """Read rosters into the directory of people."""


@people.command("import")
@click.argument("files", type=chosen, nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Only say what the files bring; needs no workspace.")
@click.option("--workspace", type=folder, help="Its folder; else the usual one.")
@click.option("--dialogue", default="", help="Its name or id; all take part in it.")
@click.option("--key-file", type=existing, help="Holds the passphrase, or a key in 64 hex digits.")
@as_json
def people_import(files: tuple[Path, ...], as_json: bool, **asked: Any) -> int:
    """Take people from .csv, .xlsx and vCard files into a workspace, each file in one step.

    Encoding, separator and columns are found out, and names typed in one are parted. Who is in the
    directory is not added again. A file that cannot be read says why, and the exit status is 1.
    """
    from dialogueprep.workflows.people_import import import_as_asked

    result = import_as_asked(files, **asked)
    tell(result, as_json, people_lines)
    for file in result["files"]:
        for sentence in filter(None, (*file["warnings"], file["refused"])):
            click.echo(f"{Path(file['file']).name}: {sentence}", err=True)
    return REFUSED if any(file["refused"] for file in result["files"]) else DONE


@people.command("export")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--dialogue", required=True, help="Its name, or its id.")
@click.option(
    "--audience", type=click.Choice(["participants", "organisers"]), default="participants"
)
@click.option("--contacts", is_flag=True, help="Also addresses, travel, diet and remarks.")
@click.option("--lang", type=click.Choice(["en", "zh", "ja", "ko"]), default="en")
@click.option("--separator", type=click.Choice([",", ";", "|"]), default=",", help="Of a .csv.")
@click.option("--workspace", type=folder, help="Its folder; else the usual one.")
@click.option("--key-file", type=existing, help="Holds the passphrase, or a key in 64 hex digits.")
@as_json
def people_export(as_json: bool, **asked: Any) -> int:
    """Write the roster of a dialogue to a .csv or .xlsx file, from which it can be taken in.

    For participants, only those who agreed to be listed leave, without sector, gender or consent.
    """
    from dialogueprep.workflows.roster_export import export_as_asked

    result = export_as_asked(**asked)
    tell(result, as_json, lambda it: iter([f"{it['file']}: {it['people']}"]))
    for warning in result["warnings"]:
        click.echo(warning, err=True)
    return DONE


@program.command()
@click.option("--workspace", type=folder, help="Its folder; else the usual one.")
@click.option("--dialogue", required=True, help="Its name, or its id.")
@click.option("--product", type=click.Choice([each.value for each in Product]), required=True)
@click.option("--format", "formats", type=click.Choice(["docx", "pdf"]), multiple=True)
@click.option("--lang", type=click.Choice(["en", "zh", "ja", "ko"]), default="en")
@click.option("--second", type=click.Choice(["en", "zh", "ja", "ko"]), help="Beneath the first.")
@click.option(
    "--audience",
    type=click.Choice([each.value for each in Audience]),
    help="For whom; else the product's usual readers.",
)
@click.option(
    "--annex",
    "annexes",
    type=click.Choice([each.value for each in Annex]),
    multiple=True,
    help="What a meeting brief ends with; names by consent.",
)
@click.option("--changes-only", is_flag=True, help="Of a briefing pack: only what changed.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), help="Else the dialogue's own.")
@click.option("--template", type=existing, help="A .docx or .dotx that the Word file follows.")
@click.option("--password-file", type=existing, help="Holds the password with which the PDF opens.")
@click.option("--out", type=folder, required=True, help="Where the documents are written.")
@click.option("--key-file", type=existing, help="Holds the passphrase, or a key in 64 hex digits.")
@as_json
def brief(as_json: bool, **asked: Any) -> int:
    """Write one document of a dialogue, if nothing in it identifies a participant.

    The password of a PDF is read from --password-file, else from DIALOGUEPREP_PDF_PASSWORD; then
    the PDF alone is written.

    The passphrase or key is read from --key-file, else from DIALOGUEPREP_KEY, else from the
    system's key store. Identifying passages are decided on in the window. Words that the sheet of
    designations does not use are named on stderr; they hold nothing back.
    """
    from dialogueprep.workflows.brief import brief_as_asked

    result = brief_as_asked(**asked)
    tell(result, as_json, written_lines)
    for warning in result["warnings"]:
        click.echo(warning, err=True)
    return DONE


@program.command("close-event")
@click.option("--workspace", type=folder, help="Its folder; else the usual one.")
@click.option("--dialogue", required=True, help="Its name, or its id.")
@click.option("--product", "products", type=click.Choice([p.value for p in Product]), multiple=True)
@click.option("--lang", "languages", type=click.Choice(["en", "zh", "ja", "ko"]), multiple=True)
@click.option("--format", "formats", type=click.Choice(["docx", "pdf"]), multiple=True)
@click.option("--out", type=folder, required=True, help="A folder that is not there, or empty.")
@click.option("--key-file", type=existing, help="Holds the passphrase, or a key in 64 hex digits.")
@as_json
def close_event(as_json: bool, **asked: Any) -> int:
    """Put all documents of a dialogue, their evidence and a manifest of hashes into one folder.

    Without --product and --lang: what was released before. What has the same words as when it was
    released is written as it was; the rest is released now. Nothing is written while a passage in
    any of them is to be decided on.
    """
    from dialogueprep.workflows.close_as_asked import close_as_asked

    tell(close_as_asked(**asked), as_json, written_lines)
    return DONE


@program.command("check-manifest")
@click.argument("out", metavar="FOLDER", type=click.Path(path_type=Path))
@as_json
def check_manifest(out: Path, as_json: bool) -> int:
    """Say which files of a folder are as they were when its manifest was written.

    If any is not, is missing or was added, the exit status is 1.
    """
    from dialogueprep.workflows.manifest import check_as_asked

    found = check_as_asked(out)
    tell(found, as_json, checked_lines)
    return DONE if found["intact"] else REFUSED
