"""Files that are broken, locked, huge or hostile, made by code; run as a script it measures them.

``python tests/exchange/hostile_files.py FOLDER`` makes each file, reads it in a process of its
own and prints a table: what was said, seconds, and the most memory in MB.
"""

from __future__ import annotations

import json
import os
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
NOISE = bytes((n * 7919 + n // 251 * 104729) % 256 for n in range(70_001)) * 40
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]><x>&a11;</x>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
LATE = f'<?xml version="1.0"?><!--{"-x" * 5000}-->{LAUGHS[21:]}'
BODY = '<w:document xmlns:w="w"><w:body>{}</w:body></w:document>'
SECTION = '<hs:sec xmlns:hs="s" xmlns:hp="p">{}</hs:sec>'
HEAD = "kind,id,of,title en,dimension\n"
FORMAT = '{"format": "DialoguePrep library", "version": 1, '
Make = Callable[[Path], object]


def text(words: str, encoding: str = "utf-8") -> Make:
    """Return what writes a text."""
    return lambda path: path.write_bytes(words.encode(encoding))


def content(data: bytes) -> Make:
    """Return what writes these bytes."""
    return lambda path: path.write_bytes(data)


def sparse(size: int, start: bytes = b"") -> Make:
    """Return what makes a file that says it is large and takes no room."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.write(start)
            file.truncate(size)

    return make


def zipped(parts: dict[str, str | bytes], *, link: str = "") -> Make:
    """Return what writes an archive; ``link`` is a member that is a symbolic link."""

    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
            if link:
                entry = zipfile.ZipInfo(link)
                entry.external_attr = 0o120777 << 16
                archive.writestr(entry, "/etc/passwd")

    return make


def bomb(member: str, chunk: bytes, times: int, beside: dict[str, str] | None = None) -> Make:
    """Return what writes an archive with a member that unfolds to very much."""

    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, part in (beside or {}).items():
                archive.writestr(name, part)
            with archive.open(member, "w", force_zip64=True) as into:
                into.write(b"<x>" if chunk[:1] == b"<" else b"")
                for _ in range(times):
                    into.write(chunk)
                into.write(b"</x>" if chunk[:1] == b"<" else b"")

    return make


def pdf(objects: list[bytes]) -> Make:
    """Return what writes a PDF of these objects, the first of which is its root."""
    body = b"".join(b"%d 0 obj%sendobj\n" % (n, o) for n, o in enumerate(objects, start=1))
    size = len(objects) + 1
    return content(b"%%PDF-1.4\n%strailer<</Size %d/Root 1 0 R>>\n%%%%EOF" % (body, size))


def page_of(stream: bytes, filters: bytes = b"/FlateDecode") -> Make:
    """Return what writes a PDF of one page with this content."""
    head = b"<</Length %d/Filter %s>>stream\n" % (len(stream), filters)
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>",
            head + stream + b"\nendstream",
        ]
    )


def nested_pages(depth: int) -> list[bytes]:
    """Return a page tree that goes down very far."""
    nodes = [
        b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (n + 3, n + 1) for n in range(depth)
    ]
    return [b"<</Type/Catalog/Pages 2 0 R>>", *nodes, b"<</Type/Page/MediaBox[0 0 9 9]>>"]


def locked(path: Path) -> None:
    """Write a PDF that needs a password."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), encrypt=StandardEncryption("secret"))
    canvas.drawString(50, 50, "Ports")
    canvas.save()


def scan(path: Path) -> None:
    """Write a PDF whose pages are pictures."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    for _ in range(20):
        canvas.rect(50, 50, 300, 300, fill=1)
        canvas.showPage()
    canvas.save()


def encrypted_zip(path: Path) -> None:
    """Write an archive whose member says that it is encrypted."""
    zipped({"word/document.xml": BODY.format("")})(path)
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + at] |= 1
    path.write_bytes(data)


def folder(path: Path) -> None:
    """Make a folder with the name of a file."""
    path.mkdir()


def pipe(path: Path) -> None:
    """Make a pipe, which a careless reader waits for without end."""
    os.mkfifo(path)


def loop(path: Path) -> None:
    """Make a symbolic link to itself."""
    path.symlink_to(path.name)


def device(path: Path) -> None:
    """Make a symbolic link to a device without end."""
    path.symlink_to("/dev/zero")


REPORTS: dict[str, Callable[[], Make]] = {
    "picture.txt": lambda: content(PNG),
    "program.md": lambda: content(b"\x7fELF" + bytes(500)),
    "zeros.txt": lambda: content(bytes(100_000)),
    "noise.txt": lambda: content(NOISE),
    "empty.txt": lambda: content(b""),
    "empty.docx": lambda: content(b""),
    "empty.pdf": lambda: content(b""),
    "blank.html": lambda: text("<html><body><p> </p></body></html>"),
    "long.txt": lambda: text("A word. " * 1_400_000),
    "lines.txt": lambda: text("x\n" * 3_000_000),
    "one line.md": lambda: text("# " + "a" * 11_000_000),
    "long chinese.txt": lambda: text("建议设立港口。" * 800_000, "gb18030"),
    "sparse.txt": lambda: sparse(2_000_000_000),
    "sparse.docx": lambda: sparse(2_000_000_000, b"PK\3\4"),
    "sparse.pdf": lambda: sparse(2_000_000_000, b"%PDF-1.7"),
    "zeros.docx": lambda: sparse(50_000_000, b"PK\3\4"),
    "zeros.pdf": lambda: sparse(50_000_000, b"%PDF-1.7"),
    "old.doc": lambda: content(OLD),
    "old.hwp": lambda: content(OLD),
    "old named.docx": lambda: content(OLD),
    "locked.docx": lambda: content(OLD + "EncryptedPackage".encode("utf-16-le")),
    "locked too.docx": lambda: encrypted_zip,
    "locked.pdf": lambda: locked,
    "scan.pdf": lambda: scan,
    "cut.docx": lambda: content(b"PK\x03\x04 cut short"),
    "cut.pdf": lambda: content(b"%PDF-1.7\ngarbage" * 1000),
    "pdf named.docx": lambda: content(b"%PDF-1.7 nothing"),
    "text named.pdf": lambda: text("Governments should meet."),
    "laughs.docx": lambda: zipped({"word/document.xml": LAUGHS}),
    "late laughs.docx": lambda: zipped({"word/document.xml": LATE}),
    "laughs in utf-16.docx": lambda: zipped({"word/document.xml": LAUGHS.encode("utf-16")}),
    "outside.docx": lambda: zipped({"word/document.xml": OUTSIDE}),
    "outside.hwpx": lambda: zipped({"Contents/section0.xml": OUTSIDE}),
    "leads out.docx": lambda: zipped({"word/document.xml": BODY.format(""), "../../evil": "x"}),
    "links out.docx": lambda: zipped({"word/other.xml": BODY.format("")}, link="word/document.xml"),
    "deep.docx": lambda: zipped({"word/document.xml": BODY.format("<w:p>" * 300_000)}),
    "wide.docx": lambda: bomb("word/document.xml", b"<a/>" * 250_000, 24),
    "attributes.docx": lambda: zipped(
        {"word/document.xml": "<a " + " ".join(f"a{n}='x'" for n in range(1_500_000)) + "/>"}
    ),
    "bomb.docx": lambda: bomb("word/document.xml", bytes(1_000_000), 1000),
    "bomb beside.docx": lambda: bomb(
        "word/styles.xml", b" " * 1_000_000, 700, {"word/document.xml": BODY.format("")}
    ),
    "many.docx": lambda: zipped({f"word/{n}.xml": "" for n in range(20_000)}),
    "sections.hwpx": lambda: zipped(
        {f"Contents/section{n}.xml": SECTION.format("<hp:p/>" * 3_000_000) for n in range(12)}
    ),
    "deep.hwpx": lambda: zipped({"Contents/section0.xml": SECTION.format("<hp:p>" * 100_000)}),
    "nothing.hwpx": lambda: zipped({"mimetype": "application/hwp+zip"}),
    "deep.html": lambda: text("<div>" * 1_500_000),
    "tangled.html": lambda: text("<html>" + "<b>" * 400_000 + "</i>" * 400_000),
    "closed late.html": lambda: text("<html>" + "<b>" * 300_000 + "<p>x</p></u>" * 300_000),
    "comment.html": lambda: text("<html><!--" * 1_000_000),
    "declared.html": lambda: text("<html>" + "<!x" * 2_000_000),
    "open tags.html": lambda: text("<html>" + "<a " * 3_000_000),
    "quotes.html": lambda: text("<html>" + "<a b='" * 1_500_000),
    "entities.html": lambda: text("<html>" + "&#" * 4_000_000),
    "script.html": lambda: text("<html><script>" + "</scrip" * 1_500_000),
    "loop.pdf": lambda: pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000/Parent 2 0 R>>",
        ]
    ),
    "counts.pdf": lambda: pdf(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 2147483647>>"]
    ),
    "deep pages.pdf": lambda: pdf(nested_pages(200_000)),
    "deep arrays.pdf": lambda: page_of(zlib.compress(b"[" * 20_000_000)),
    "bomb.pdf": lambda: page_of(zlib.compress(b"q Q " * 60_000_000, 1)),
    "bomb in bomb.pdf": lambda: page_of(
        zlib.compress(zlib.compress(b" " * 500_000_000, 1)), b"[/FlateDecode/FlateDecode]"
    ),
    "states.pdf": lambda: page_of(zlib.compress(b"q " * 6_000_000)),
    "draws itself.pdf": lambda: pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
            b"/Resources<</XObject<</F 5 0 R>>>>>>",
            b"<</Length 6>>stream\n/F Do \nendstream",
            b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"
            b"/Length 12>>stream\n/F Do /F Do \nendstream",
        ]
    ),
    "folder.docx": lambda: folder,
    "pipe.txt": lambda: pipe,
    "loop.txt": lambda: loop,
    "device.txt": lambda: device,
}
"""Reports to import, by name."""

RELS = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
BOOK = '<workbook xmlns:r="r"><sheets><sheet name="topic" r:id="r1"/></sheets></workbook>'
SHEET = {"xl/_rels/workbook.xml.rels": RELS, "xl/workbook.xml": BOOK}
LISTS: dict[str, Callable[[], Make]] = {
    "picture.csv": lambda: content(PNG),
    "picture.json": lambda: content(PNG),
    "picture.xlsx": lambda: content(PNG),
    "picture.docx": lambda: content(PNG),
    "pdf.csv": lambda: content(b"%PDF-1.7\nname,kind"),
    "zip.csv": lambda: zipped({"xl/workbook.xml": BOOK}),
    "old.xlsx": lambda: content(OLD),
    "locked.xlsx": lambda: content(OLD + "EncryptedPackage".encode("utf-16-le")),
    "empty.csv": lambda: content(b""),
    "empty.xlsx": lambda: content(b""),
    "blank.json": lambda: text("  \n"),
    "another.txt": lambda: text("kind,id\n"),
    "sparse.csv": lambda: sparse(2_000_000_000),
    "sparse.json": lambda: sparse(2_000_000_000, b"{"),
    "sparse.xlsx": lambda: sparse(2_000_000_000, b"PK\3\4"),
    "zeros.csv": lambda: sparse(100_000_000, HEAD.encode()),
    "rows.csv": lambda: text("a,b\n" + "1,2\n" * 1_000_000),
    "rows of ours.csv": lambda: text(HEAD + "topic,x,,Ports,economic\n" * 1_000_000),
    "wrong rows.csv": lambda: text(HEAD + "tipoc,x,,Ports,economic\n" * 400_000),
    "cells.csv": lambda: text(HEAD + "," * 30_000_000),
    "one cell.csv": lambda: text(HEAD + '"' + "x" * 60_000_000),
    "quotes.csv": lambda: text(HEAD + 'topic,"' + '""' * 20_000_000),
    "noise.csv": lambda: content(NOISE),
    "no mark.csv": lambda: text("名,国\nx,y\n", "utf-16-le"),
    "chinese.csv": lambda: text("名字，国家\n" + "港口,中国\n" * 900_000, "gb18030"),
    "deep.json": lambda: text(FORMAT + '"topic": ' + "[" * 20_000_000),
    "deep objects.json": lambda: text(FORMAT + '"topic": ' + '{"a":' * 300_000),
    "objects.json": lambda: text(FORMAT + f'"topic": [{"{}," * 20_000_000}{{}}]}}'),
    "numbers.json": lambda: text(FORMAT + f'"topic": [{"1," * 40_000_000}1]}}'),
    "strings.json": lambda: text(FORMAT + '"topic": [' + '"ab",' * 5_000_000 + '"a"]}'),
    "a number.json": lambda: text(FORMAT + f'"x": {"9" * 5_000_000}}}'),
    "cut.json": lambda: text(f'{FORMAT}"topic": [' + '{"id": "x"},' * 400_000),
    "roster.json": lambda: text('{"roster": []}'),
    "laughs.xlsx": lambda: zipped({**SHEET, "xl/worksheets/sheet1.xml": LAUGHS}),
    "outside.docx": lambda: zipped({"word/document.xml": OUTSIDE}),
    "wide.xlsx": lambda: bomb("xl/worksheets/sheet1.xml", b"<c/>" * 250_000, 55, SHEET),
    "wide.docx": lambda: bomb("word/document.xml", b"<a/>" * 250_000, 38),
    "far cell.xlsx": lambda: zipped(
        {
            **SHEET,
            "xl/worksheets/sheet1.xml": "<s><row>" + '<c r="ZZZ1"><v>1</v></c>' * 9 + "</row></s>",
        }
    ),
    "rows.xlsx": lambda: bomb(
        "xl/worksheets/sheet1.xml", b"<row><c><v>x</v></c></row>" * 40_000, 50, SHEET
    ),
    "bomb.xlsx": lambda: bomb("xl/worksheets/sheet1.xml", bytes(1_000_000), 1000, SHEET),
    "lying.xlsx": lambda: zipped({"../../evil": "x"}),
    "no table.docx": lambda: zipped({"word/document.xml": BODY.format("<w:p/>")}),
    "folder.csv": lambda: folder,
    "pipe.csv": lambda: pipe,
    "loop.csv": lambda: loop,
    "device.csv": lambda: device,
}
"""Lists to take in, by name."""


def measured(kind: str, path: Path, seconds: int) -> dict[str, object]:
    """Return what reading a file came to: what was said, seconds, MB. A hanging one is killed."""
    read, write = os.pipe()
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        import signal

        signal.alarm(seconds)
        os.write(write, outcome(kind, path).encode())
        os._exit(0)
    os.close(write)
    _pid, status, usage = os.wait4(child, 0)
    with os.fdopen(read, "rb") as answer:
        said = answer.read().decode()
    peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return {
        "kind": kind,
        "file": path.name,
        "said": said or f"killed by signal {status & 127}",
        "seconds": round(time.monotonic() - began, 2),
        "mb": round(peak),
    }


def outcome(kind: str, path: Path) -> str:
    """Return the code of the refusal, else what went wrong."""
    from dialogueprep.domain.errors import Explained
    from dialogueprep.exchange.library_files import brought_by
    from dialogueprep.sentences import explain
    from dialogueprep.workflows.import_report import import_file

    try:
        found = import_file(path) if kind == "report" else brought_by(path)
    except Explained as refused:
        return refused.code if "{" not in explain(refused) else f"no sentence for {refused.code}"
    except BaseException as error:  # a mistake is what is looked for
        return f"mistake: {error!r}"[:300]
    return f"read: {found!r}"[:200]


def files(among: Path, only: str = "") -> Iterator[tuple[str, Path]]:
    """Make the files one by one, and remove each afterwards."""
    for kind, makers in (("report", REPORTS), ("list", LISTS)):
        for name, make in makers.items():
            if f"{kind} {name}".startswith(only):
                path = among / name
                make()(path)
                yield kind, path
                path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def main() -> None:
    """Measure all files, or those whose kind and name hold the second argument."""
    sys.path.insert(0, str(ROOT))
    for warm in ("import_report", "library_exchange"):
        __import__(f"dialogueprep.workflows.{warm}")
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    for kind, path in files(Path(sys.argv[1]), only):
        sys.stdout.write(json.dumps(measured(kind, path, 60)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
