"""Pictures that stand in documents: taken in from a file as their points and nothing else."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path
from typing import Any

from dialogueprep.domain.briefs.blocks import Brief, Picture, pictures_of
from dialogueprep.domain.errors import Refused
from dialogueprep.exchange.read_file import bytes_of

_KINDS = ("PNG", "JPEG", "GIF")
_MOST_BYTES = 20_000_000
_MOST_POINTS = 40_000_000
_SIDE = 1200  # points of the picture along its longer side: sharp at any size that it is printed


def picture_from(path: Path, words: str = "") -> Picture:
    """Return a picture from a PNG or JPEG file, without what else the file holds.

    Raises Trouble("cannot-read", "picture-too-large") and what `picture_of` refuses.
    """
    return picture_of(bytes_of(path, _MOST_BYTES, "picture-too-large"), path.name, words)


def picture_of(data: bytes, name: str, words: str = "") -> Picture:
    """Return a picture from the bytes of a PNG, JPEG or GIF.

    Refused: "picture-kind" for what is none of these or is damaged, "picture-too-large" for one
    with more points than a document needs a thousand times over.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(data), formats=_KINDS) as opened:
            if opened.width * opened.height > _MOST_POINTS:
                raise Refused("picture-too-large", name=name)
            image = ImageOps.exif_transpose(opened)
            image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        raise Refused("picture-kind", name=name) from None
    image.thumbnail((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    bare: Any = Image.frombytes(image.mode, image.size, image.tobytes())
    into = BytesIO()
    bare.save(into, "PNG")
    return Picture(into.getvalue(), bare.width, bare.height, words)


def digest(data: bytes) -> str:
    """Return the hash by which the bytes of a picture are known again."""
    return hashlib.sha256(data).hexdigest()


def digests(brief: Brief) -> frozenset[str]:
    """Return the hashes of the pictures that may stand in the files of a brief: as they are put
    in a Word file, and as the points and the veil that a PDF holds."""
    held = [picture.png for picture in pictures_of(brief)]
    if brief.template:
        held += [content for name, content in brief.template.parts if name.endswith(".png")]
    return frozenset(digest(data) for png in held for data in (png, *_points(png)))


def _points(png: bytes) -> list[bytes]:
    """Return the colours of a picture, and how far each point lets through what is behind."""
    from PIL import Image

    with Image.open(BytesIO(png)) as image:
        veil = [image.getchannel("A").tobytes()] if image.mode == "RGBA" else []
        return [image.convert("RGB").tobytes(), *veil]
