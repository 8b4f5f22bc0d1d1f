"""What somebody chose for their page, and the lines to copy that say it: an element, a frame, or a plain link."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import quote, urlencode

from fastapi import Query
from markupsafe import escape
from pydantic import BaseModel, ConfigDict, Field

from service.static import Released

Colour = Annotated[str, Field(pattern=r"^(#[0-9a-fA-F]{3,8})?$")]
Words = Annotated[str, Field(max_length=500)]
# What a form sends where nobody chose a colour: the element's own, in the light.
USUAL_COLOURS: Mapping[str, str] = {"accent": "#b8261b", "ink": "#1a1714", "surface": "#ffffff", "ground": "#ffffff"}
# The room that is kept free: what stands below an element is out of sight until the list is there, and so never jumps.
ROOM = "100vh"
FRAME_HEIGHT = "40rem"


class WidgetChoice(BaseModel):
    """The attributes and colours that can be chosen; `speaks` is the element's language, `lang` is the page's."""

    model_config = ConfigDict(extra="ignore")

    film: Words = ""
    cinema: Words = ""
    place: Words = ""
    versions: Words = ""
    understands: Words = ""
    limit: Annotated[str, Field(pattern=r"^([1-9]\d?|100)?$")] = ""
    speaks: Literal["", "de", "en"] = ""
    theme: Literal["", "light", "dark"] = ""
    accent: Colour = ""
    ink: Colour = ""
    surface: Colour = ""
    ground: Colour = ""

    def attributes(self) -> dict[str, str]:
        """Give the element's attributes that were chosen."""
        said = {
            "film": " ".join(words(self.film)),
            "cinema": " ".join(words(self.cinema)),
            "place": self.place.strip(),
            "versions": self.versions.strip(),
            "understands": self.understands.strip(),
            "limit": self.limit,
            "lang": self.speaks,
            "theme": self.theme,
        }
        return {name: value for name, value in said.items() if value}

    def colours(self) -> dict[str, str]:
        """Give the colours that are others than the usual ones."""
        said = {name: getattr(self, name) for name in USUAL_COLOURS}
        return {name: value for name, value in said.items() if value and value != USUAL_COLOURS[name]}


AskedWidget = Annotated[WidgetChoice, Query()]


def words(written: str) -> list[str]:
    """Read slugs between commas or spaces."""
    return written.replace(",", " ").split()


@dataclass(frozen=True, slots=True)
class Snippet:
    """Lines to copy, under the name that the page knows them by."""

    name: Literal["element", "frame", "link", "pinned"]
    text: str


def snippets(choice: WidgetChoice, base: str, label: str, released: Released | None) -> Iterable[Snippet]:
    """Write the lines for a choice; `label` is what the plain link says."""
    link = link_to(choice, base, label)
    yield Snippet("element", f"{_script(f'{base}/widget.js')}\n{_element(choice, link)}")
    yield Snippet("frame", frame(choice, base, label))
    yield Snippet("link", link)
    if released:
        attributes = {"integrity": released.integrity, "crossorigin": "anonymous"}
        yield Snippet("pinned", _script(f"{base}/widget/{released.version}.js", attributes))


def link_to(choice: WidgetChoice, base: str, label: str) -> str:
    """Write the link for whoever has no script: to the one film or cinema, else to what is near."""
    films, cinemas = words(choice.film), words(choice.cinema)
    path = f"/cinemas/{quote(cinemas[0])}" if len(cinemas) == 1 else "/"
    path = f"/films/{quote(films[0])}" if len(films) == 1 else path
    query = f"?lang={choice.speaks}" if choice.speaks else ""
    return f'<a href="{escape(base + path + query)}">{escape(label)}</a>'


def frame(choice: WidgetChoice, base: str, label: str) -> str:
    """Write the frame, for pages that allow no foreign script, and the one script that makes it as high as it is."""
    query = urlencode({**choice.attributes(), **choice.colours()})
    attributes = {
        "src": f"{base}/embed" + (f"?{query}" if query else ""),
        "title": label,
        "allow": "geolocation",
        "loading": "lazy",
        "style": f"width: 100%; height: {FRAME_HEIGHT}; border: 0",
    }
    return f"<iframe{_written(attributes)}></iframe>"


def _script(address: str, attributes: Mapping[str, str] | None = None) -> str:
    return f'<script type="module"{_written({"src": address, **(attributes or {})})}></script>'


def _element(choice: WidgetChoice, link: str) -> str:
    colours = [f"--kinonah-{name}: {value}" for name, value in choice.colours().items()]
    style = "; ".join(["display: block", f"min-height: {ROOM}", *colours])
    written = _written({**choice.attributes(), "style": style})
    return f"<kinonah-showtimes{written}>\n  {link}\n</kinonah-showtimes>"


def _written(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
