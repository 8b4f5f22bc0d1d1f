"""A film's picture: shown with credit and licence, and nothing of what else was in the file reaches anybody."""

import re
import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from fastapi.testclient import TestClient
from PIL import Image
from sqlmodel import select

from data.tables.database import reading
from data.tables.film_picture import PictureFile
from tests.service.api.staff_of_town import engine_of
from tests.service.pages.reading import document, graph
from tests.service.pages.schema_org import faults
from tests.service.pages.staff.editor import FILMS, Editor

WORDS = {
    "credit": "Foto: Ada Lovelace",
    "licence": "CC BY-SA 4.0",
    "described_de": "Ein Mann auf dem Fahrrad.",
    "described_en": "",
}
GPS, MAKER = 0x8825, "Canon EOS Secret"


@pytest.fixture
def editor(town: TestClient) -> Editor:
    return Editor(town)


def photo(width: int = 1200, height: int = 800, kind: str = "JPEG", **more: Any) -> bytes:  # noqa: ANN401 (Pillow's)
    written = BytesIO()
    colours = "RGBA" if kind == "PNG" else "RGB"
    Image.linear_gradient("L").resize((width, height)).convert(colours).save(written, kind, **more)
    return written.getvalue()


def photo_from_somewhere() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = MAKER
    # The camera was held upright.
    exif[0x0112] = 6
    exif.get_ifd(GPS).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0)})
    return photo(exif=exif, comment=b"taken at home")


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to have billions of points."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    points = chunk(b"IDAT", zlib.compress(bytes(1_000_000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + points + chunk(b"IEND", b"")


def send(editor: Editor, content: bytes, name: str = "still.jpg", **words: str) -> Any:  # noqa: ANN401 (an answer)
    path = f"{FILMS}/red-rocket/picture"
    files = {"file": (name, content)}
    return editor.town.post(path, data=WORDS | words, files=files, headers=editor.headers, follow_redirects=False)


def addresses(page: str) -> list[str]:
    return sorted(set(re.findall(r"/pictures/[0-9a-f]{32}-\d+\.(?:webp|jpg)", page)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_shown_with_its_credit_and_licence_and_the_room_that_it_needs(editor: Editor, kind: str) -> None:
    assert send(editor, photo(kind=kind)).headers["location"] == f"{FILMS}/red-rocket?done=picture"
    page = editor.public("red-rocket", "de")
    assert "<figcaption>Foto: Ada Lovelace · CC BY-SA 4.0</figcaption>" in page
    (image,) = re.findall(r"<img [^>]*>", page)
    assert 'alt="Ein Mann auf dem Fahrrad." width="1200" height="800" loading="lazy"' in image
    assert 'lang="de"' in re.findall(r"<img [^>]*>", editor.public("red-rocket", "en"))[0]
    (shared,) = re.findall(r'property="og:image" content="http://testserver(/pictures/[^"]+)"', page)
    assert shared in addresses(page)
    assert [f"http://testserver{shared}"] == [node["image"] for node in graph(page) if node["@type"] == "Movie"]
    assert faults(document(page)) == []
    sizes = []
    for address in addresses(page):
        answer = editor.town.get(address)
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Type"] == ("image/webp" if address.endswith("webp") else "image/jpeg")
        sizes.append(Image.open(BytesIO(answer.content)).size)
    assert sorted(set(sizes)) == [(480, 320), (960, 640), (1200, 800)]


def test_where_and_with_what_it_was_taken_is_gone_and_it_stands_upright(editor: Editor) -> None:
    sent = photo_from_somewhere()
    assert MAKER.encode() in sent
    send(editor, sent)
    for address in addresses(editor.public("red-rocket")):
        content = editor.town.get(address).content
        served = Image.open(BytesIO(content))
        assert served.height > served.width
        assert dict(served.getexif()) == {}
        assert not {"exif", "xmp", "comment", "icc_profile"} & served.info.keys()
        assert MAKER.encode() not in content


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<html><script>alert(1)</script>", "This is no picture that we can read."),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "This is no picture that we can read."),
        (b"GIF89a<script>alert(1)</script>", "This is no picture that we can read."),
        (photo(kind="GIF"), "This is no picture that we can read."),
        (photo()[:2000], "This is no picture that we can read."),
        (b"%PDF-1.7", "This is no picture that we can read."),
        (bomb(50_000, 50_000), "more than 40 million pixels"),
        (bomb(10_000, 9_000), "more than 40 million pixels"),
        (bomb(7_000, 6_000), "more than 40 million pixels"),
        (photo(200, 150), "too small"),
        (photo(4000, 400), "a long strip"),
        (b"", "No picture came."),
        (photo() + bytes(10_000_000), "larger than 10 MB"),
        (photo() + bytes(11_000_000), "larger than 10 MB"),
    ],
)
def test_what_is_no_picture_is_refused_and_says_why(editor: Editor, content: bytes, said: str) -> None:
    answer = send(editor, content)
    assert answer.status_code == 400
    assert said in answer.text
    assert addresses(editor.public("red-rocket")) == []


def test_a_name_says_nothing_of_what_a_picture_is(editor: Editor) -> None:
    assert send(editor, photo(kind="PNG"), name="../../still.svg").status_code == 303
    assert len(addresses(editor.public("red-rocket"))) == 6


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"credit": " "}, "no picture without its maker"),
        ({"licence": ""}, "no picture without its licence"),
        ({"described_de": ""}, "Write in a sentence what is seen"),
        ({"licence": "x" * 1_000_000}, "no picture without its licence"),
    ],
)
def test_without_credit_licence_and_a_word_for_who_does_not_see_it_no_picture_is_shown(
    editor: Editor, missing: dict[str, str], said: str
) -> None:
    answer = send(editor, photo(), **missing)
    assert answer.status_code == 400
    assert said in answer.text
    assert ("Foto: Ada Lovelace" in answer.text) == ("credit" not in missing)
    assert addresses(editor.public("red-rocket")) == []


def test_words_are_changed_without_sending_the_picture_again(editor: Editor) -> None:
    send(editor, photo())
    before = addresses(editor.public("red-rocket"))
    assert send(editor, b"", name="", licence="Public domain").status_code == 303
    page = editor.public("red-rocket")
    assert "Foto: Ada Lovelace · Public domain" in page
    assert addresses(page) == before


def test_another_picture_takes_its_place_and_a_removed_one_is_forgotten(town: TestClient, editor: Editor) -> None:
    send(editor, photo())
    (old, *_) = addresses(editor.public("red-rocket"))
    send(editor, photo(1000, 700))
    assert town.get(old).status_code == 404
    editor.send(f"{FILMS}/red-rocket/picture/remove")
    assert addresses(editor.public("red-rocket")) == []
    with reading(engine_of(town)) as session:
        assert session.exec(select(PictureFile)).all() == []


def test_a_picture_goes_along_when_its_film_becomes_part_of_another(editor: Editor) -> None:
    send(editor, photo())
    editor.send(f"{FILMS}/red-rocket/same", slug="fallende-blaetter")
    shown = addresses(editor.public("fallende-blaetter"))
    assert editor.town.get(shown[0]).status_code == 200
    editor.send(f"{FILMS}/fallende-blaetter/part", merged="red-rocket")
    assert addresses(editor.public("red-rocket")) == shown
    assert addresses(editor.public("fallende-blaetter")) == []


@pytest.mark.parametrize("name", ["x", "../etc/passwd", f"{'0' * 32}-480.webp", f"{'0' * 32}-99999.webp"])
def test_a_picture_that_is_not_there_is_said(town: TestClient, name: str) -> None:
    assert town.get(f"/pictures/{name}").status_code == 404
