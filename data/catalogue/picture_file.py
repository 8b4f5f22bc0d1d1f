"""A picture that somebody sends becomes the files that we serve, made anew: what else was in it is gone.

Whoever sends it is not trusted: it may be no picture, have more points than memory, or say where it was taken.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps

from data.errors import DataError

MOST_BYTES = 10_000_000
# An RGB picture of as many points takes 120 MB while it is read.
MOST_POINTS = 40_000_000
LEAST_WIDTH = 320
# A longer strip is a banner, which no page has room for.
_LONGEST_SIDES = 4
# For a phone, for a phone of fine grain, and for a desk.
WIDTHS = (480, 960, 1600)
_READ = ("JPEG", "PNG", "WEBP")
_WRITTEN: Mapping[str, Mapping[str, Any]] = {
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
}
_WHITE = (255, 255, 255)
# What Pillow raises for files that are broken, by accident or on purpose.
_BROKEN = (OSError, ValueError, SyntaxError, ArithmeticError, LookupError, TypeError, EOFError)


class PictureRefusedError(DataError):
    """A picture that we do not show; `why` is `unreadable`, `heavy`, `huge`, `small` or `strip`."""

    def __init__(self, why: str, sentence: str) -> None:
        super().__init__(sentence)
        self.why = why


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture in one width and format."""

    width: int
    format: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ReadyPicture:
    """A picture as we serve it; `name` follows from what is served, so that an address never means another picture."""

    name: str
    width: int
    height: int
    files: tuple[Encoded, ...]

    @property
    def widths(self) -> list[int]:
        """Give the widths that there are, the smallest first."""
        return sorted({one.width for one in self.files})


def make_ready(content: bytes) -> ReadyPicture:
    """Read a JPEG, PNG or WebP file and write it anew in a few widths, upright and without anything but its points.

    Raises PictureRefusedError.
    """
    if len(content) > MOST_BYTES:
        raise PictureRefusedError("heavy", f"The picture is larger than {MOST_BYTES // 1_000_000} MB. Make it smaller.")
    picture = _read(content)
    widths = [width for width in WIDTHS if width < picture.width] + [min(picture.width, WIDTHS[-1])]
    files = tuple(_files(picture, sorted(set(widths))))
    largest = files[-1].width
    name = hashlib.sha256(b"".join(one.content for one in files)).hexdigest()[:32]
    return ReadyPicture(name, largest, _height(picture, largest), files)


def _read(content: bytes) -> Image.Image:
    try:
        # The formats are named: Pillow can read fifty others, each with mistakes of its own.
        with Image.open(BytesIO(content), formats=_READ) as opened:
            _refuse_size(*opened.size)
            opened.draft("RGB", (WIDTHS[-1], WIDTHS[-1]))
            return _plain(opened)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_points() from None
    except _BROKEN:
        raise PictureRefusedError(
            "unreadable", "This is no picture that we can read. Send it as JPEG, PNG or WebP."
        ) from None


def _refuse_size(width: int, height: int) -> None:
    if width * height > MOST_POINTS:
        raise _too_many_points()
    if max(width, height) > _LONGEST_SIDES * min(width, height):
        raise PictureRefusedError("strip", "The picture is a long strip. Cut it to the shape of a still.")
    if min(width, height) < LEAST_WIDTH // 2 or max(width, height) < LEAST_WIDTH:
        raise PictureRefusedError("small", f"The picture is too small: {LEAST_WIDTH} pixels at least.")


def _too_many_points() -> PictureRefusedError:
    return PictureRefusedError(
        "huge", f"The picture has more than {MOST_POINTS // 1_000_000} million pixels. Make it smaller."
    )


def _plain(opened: Image.Image) -> Image.Image:
    """Give the first picture of a file upright, in sRGB, on white where it lets something through."""
    upright = _on_white(_in_srgb(ImageOps.exif_transpose(opened)))
    # From its points alone: whatever the file said besides is left behind.
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    return bare


def _in_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK"):
        return picture
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        changed = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        # A profile that cannot be read is as good as none.
        return picture
    return changed or picture


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen_through = picture.convert("RGBA")
    white = Image.new("RGBA", seen_through.size, (*_WHITE, 255))
    return Image.alpha_composite(white, seen_through).convert("RGB")


def _files(picture: Image.Image, widths: list[int]) -> Iterator[Encoded]:
    for width in widths:
        resized = picture.resize((width, _height(picture, width)), Image.Resampling.LANCZOS)
        for name, how in _WRITTEN.items():
            written = BytesIO()
            resized.save(written, **how)
            yield Encoded(width, name, written.getvalue())


def _height(picture: Image.Image, width: int) -> int:
    return max(1, round(picture.height * width / picture.width))
