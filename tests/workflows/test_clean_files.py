"""Every product in every language as Word and PDF: the same bytes again, and nothing personal."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from dialogueprep.commands import houses as house_commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.briefs.catalogue_of_products import PRODUCTS
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.gate import Roster
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.exchange.allowed import strangers
from dialogueprep.exchange.pictures import picture_of
from dialogueprep.exchange.template_intake import take_in_template
from dialogueprep.store import dialogues
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.demo import demo
from dialogueprep.workflows.release import FORMATS, Wanted, gather, prepare, produce, read_back

sys.path.insert(0, str(Path(__file__).parent.parent / "exchange"))
from house_templates import AUTHOR, house_file

ROOT = Path(__file__).parent.parent.parent
SOMEBODY = "Rosalind Quillfeather"
PLACE = (35.0, 139.0)
_MAT2 = (
    "dc:language: ",
    "dc:title: ",
    "creation-date: -1",
    "mod-date: -1",
    "format: PDF",
    "title: ",
)
_EXIFTOOL = {
    "PDF:PDFVersion", "PDF:Linearized", "PDF:Title", "PDF:Language", "PDF:PageMode",
    "PDF:PageCount", "ZIP:ZipRequiredVersion", "ZIP:ZipBitFlag", "ZIP:ZipCompression",
    "ZIP:ZipModifyDate", "ZIP:ZipCRC", "ZIP:ZipCompressedSize", "ZIP:ZipUncompressedSize",
    "ZIP:ZipFileName", "XMP-dc:Title", "XMP-dc:Language",
}  # fmt: skip
_OF_THE_DISK = ("SourceFile", "ExifTool:", "System:", "File:")


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every product of the sample, in every language, in both formats."""
    folder = tmp_path_factory.mktemp("everything")
    demo(folder)
    return folder


def files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.suffix in (".docx", ".pdf"))


def usual(folder: Path) -> list[Path]:
    """Return the file of every product in every language and format."""
    stems = [(p, language, kind) for p in PRODUCTS for language in LANGUAGES for kind in FORMATS]
    return [folder / f"{product}-{language}.{kind}" for product, language, kind in stems]


def needs(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed here")
    return found


def test_every_product_in_every_language_is_there_under_a_discreet_name(everything: Path) -> None:
    made = files(everything)
    assert set(usual(everything)) <= set(made)
    plain = {f"{p}-{language}" for p in PRODUCTS for language in LANGUAGES}
    for path in made:
        product = next(p for p in PRODUCTS if path.stem.startswith(f"{p}-"))
        after = path.stem.removeprefix(f"{product}-").split("-")
        known = {*LANGUAGES, "public", "observers", "chair"}
        assert path.stem in plain or set(after) <= known, path.name


def test_somebody_else_on_another_day_writes_the_same_bytes(
    everything: Path, tmp_path: Path
) -> None:
    elsewhere = {
        "PYTHONHASHSEED": "4711", "TZ": "Asia/Seoul", "USER": SOMEBODY, "LOGNAME": SOMEBODY,
        "HOME": str(tmp_path / SOMEBODY), "SOURCE_DATE_EPOCH": "1",
    }  # fmt: skip
    again = tmp_path / "again"
    command = [sys.executable, str(ROOT / "main.py"), "demo", "--out", str(again)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **elsewhere})
    assert [p.name for p in files(again)] == [p.name for p in files(everything)]
    parted = [p.name for p in files(again) if p.read_bytes() != (everything / p.name).read_bytes()]
    assert parted == []


def test_all_parts_elements_and_keys_are_those_that_the_program_writes(everything: Path) -> None:
    assert {p.name: found for p in files(everything) if (found := strangers(p))} == {}


def test_mat2_finds_titles_and_languages_only(everything: Path) -> None:
    shown = subprocess.run(
        [needs("mat2"), "--show", *files(everything)], capture_output=True, text=True, check=True
    )
    told = [line.strip() for line in shown.stdout.splitlines() if not line.startswith("[")]
    assert len(told) >= 2 * len(files(everything))
    assert [line for line in told if not line.startswith(_MAT2)] == []


def test_exiftool_finds_titles_and_languages_only(everything: Path) -> None:
    shown = subprocess.run(
        [needs("exiftool"), "-j", "-G1", *files(everything)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = json.loads(shown.stdout)
    assert len(found) == len(files(everything))
    keys = {key for each in found for key in each if not key.startswith(_OF_THE_DISK)}
    assert keys <= _EXIFTOOL
    assert {each.get("ZIP:ZipModifyDate") for each in found} <= {None, "1980:01:01 00:00:00"}


def photographed(colour: str) -> bytes:
    """Return a JPEG that says where it was taken, by whom, with which camera."""
    picture = Image.new("RGB", (240, 90), colour)
    exif = Image.Exif()
    exif[0x013B], exif[0x010F] = SOMEBODY, "Quillfeather Cameras"  # artist, maker
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (PLACE[0], 0.0, 0.0)
    into = BytesIO()
    picture.save(into, "JPEG", exif=exif, comment=SOMEBODY.encode())
    return into.getvalue()


@pytest.mark.parametrize("product", [Product.MEETING_BRIEF, Product.PROGRAMME])
def test_nothing_of_a_template_or_of_the_photographs_of_logos_comes_along(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path, product: Product
) -> None:
    template = take_in_template(planted(tmp_path)).template
    house_commands.set_template(store, template)
    for host in dialogues.read(store, sample.id).hosts:
        logo = picture_of(photographed("#8a1538"), "logo.jpg")
        house_commands.set_logo(store, sample.id, host.id, logo)
    wanted = Wanted(dialogue=sample.id, product=product, language="en", on=date(2026, 10, 30))
    for folder in ("once", "again"):
        produce(prepare(gather(store, wanted, sample_roster)), tmp_path / folder)
    for path in files(tmp_path / "once"):
        assert strangers(path) == ()
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()
        held = b"".join(unpacked(path))
        for planted_ in (SOMEBODY, AUTHOR, "Quillfeather", "planted.example", "rsidR", "Exif"):
            assert planted_.encode() not in held, (path.name, planted_)
    with zipfile.ZipFile(tmp_path / "once" / f"{product}-en.docx") as archive:
        names = " ".join(archive.namelist())
    assert not [w for w in ("comments", "custom", "thumbnail", "people", "app.xml") if w in names]


def planted(folder: Path) -> Path:
    """Return a template with an author, revision marks, comments, its own data, a small picture of
    itself and a link to outside."""
    plain, path = house_file(folder / "plain.docx"), folder / "house.docx"
    more = {
        "customXml/item1.xml": f"<by>{SOMEBODY}</by>",
        "docProps/thumbnail.jpeg": photographed("#112233"),
        "docProps/app.xml": f"<Properties><Manager>{SOMEBODY}</Manager></Properties>",
        "word/people.xml": f"<people>{SOMEBODY}</people>",
    }
    outside = (
        '<Relationship Id="rIdOut" TargetMode="External" Target="https://planted.example/x" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
    )
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(
                    b"</Relationships>", outside.encode() + b"</Relationships>"
                )
            new.writestr(name, content)
        for name, content in more.items():
            if name not in old.namelist():
                new.writestr(name, content)
    return path


def unpacked(path: Path) -> list[bytes]:
    """Return all that a file holds, unfolded."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            return [archive.read(name) for name in archive.namelist()]
    with pikepdf.open(path) as pdf:
        streams = [o.read_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream)]
    return [path.read_bytes(), *streams]


def ready(store: Store, sample: Dialogue, roster: Roster):
    wanted = Wanted(
        dialogue=sample.id, product=Product.PRESS_LINE, language="en", on=date(2026, 10, 30)
    )
    return prepare(gather(store, wanted, roster))


def test_a_word_file_with_anything_else_in_it_is_not_released(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path
) -> None:
    prepared = ready(store, sample, sample_roster)
    produce(prepared, tmp_path, ("docx",))
    path = tmp_path / "press-line-en.docx"
    read_back(path, prepared)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    core = parts["docProps/core.xml"]
    dated = core.replace(
        b"</cp:coreProperties>", b"<cp:revision>3</cp:revision></cp:coreProperties>"
    )
    marked = parts["word/document.xml"].replace(b"<w:p>", b'<w:p w:rsidR="00A1B2C3">', 1)
    for name, content in (("docProps/core.xml", dated), ("word/document.xml", marked)):
        assert content != parts[name]
        with zipfile.ZipFile(path, "w") as new:
            for each, kept in parts.items():
                new.writestr(zipfile.ZipInfo(each), content if each == name else kept)
        with pytest.raises(Refused) as refused:
            read_back(path, prepared)
        assert refused.value.code == "file-differs"
        assert str(refused.value.facts["place"]).startswith(name)


def test_a_pdf_with_anything_else_in_it_is_not_released(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path
) -> None:
    prepared = ready(store, sample, sample_roster)
    produce(prepared, tmp_path, ("pdf",))
    path = tmp_path / "press-line-en.pdf"
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.PieceInfo = pikepdf.Dictionary(Private=pikepdf.Name("/X"))
        pdf.save(path, static_id=True)
    assert any("/PieceInfo" in found for found in strangers(path))
    with pytest.raises(Refused) as refused:
        read_back(path, prepared)
    assert refused.value.code in ("file-differs", "file-holds-identity")
