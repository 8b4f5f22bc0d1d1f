"""What search engines ask for first: `/robots.txt` and `/sitemap.xml`."""

from collections.abc import Iterator
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from markupsafe import escape

from data.programme.programme import Programme
from service.caching import answer_unless_known
from service.dependencies import CurrentProgramme, loaded_programme
from service.errors import NotReadyError
from service.pages.addresses import LANGUAGES, alternates_of, base_url, is_indexable

# A sitemap holds at most 50,000 addresses (https://www.sitemaps.org/protocol.html); a page has one for each language,
# and one without.
PAGES_A_FILE = 50_000 // (len(LANGUAGES) + 1)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_LINKS = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_PLACES = ("/", "/films", "/cinemas", "/widget")

router = APIRouter(include_in_schema=False)


@router.get("/robots.txt", response_class=Response)
def robots(request: Request) -> Response:
    """Let search engines read everything but what is for staff.

    Of an invented programme too: that it is not to be listed, each page says, which has to be read to be known.
    """
    programme = loaded_programme(request)
    if programme is None:
        raise NotReadyError
    lines = ["User-agent: *", "Disallow: /staff"]
    if is_indexable(request, is_demo=programme.is_demo):
        lines.append(f"Sitemap: {base_url(request)}/sitemap.xml")
    return answer_unless_known(request, ("\n".join(lines) + "\n").encode(), "text/plain; charset=utf-8", headers={})


@router.get("/sitemap.xml", response_class=Response)
def sitemap(request: Request, programme: CurrentProgramme) -> Response:
    """List all pages; where they are too many, the files that list them."""
    base = base_url(request)
    paths = _paths(programme)
    if len(paths) <= PAGES_A_FILE:
        return _xml(request, _urls(base, paths))
    files = -(-len(paths) // PAGES_A_FILE)
    parts = "".join(f"<sitemap><loc>{escape(base)}/sitemap-{number}.xml</loc></sitemap>\n" for number in range(files))
    return _xml(request, f"<sitemapindex {_NAMESPACE}>\n{parts}</sitemapindex>\n")


@router.get("/sitemap-{number}.xml", response_class=Response)
def part_of_sitemap(
    request: Request, number: Annotated[int, Path(ge=0, le=50_000)], programme: CurrentProgramme
) -> Response:
    """List the pages of one file, counted from 0."""
    begin = number * PAGES_A_FILE
    return _xml(request, _urls(base_url(request), islice(_paths(programme), begin, begin + PAGES_A_FILE)))


def _paths(programme: Programme) -> list[str]:
    films = (f"/films/{slug}" for slug in sorted(programme.film_by_slug))
    cinemas = (f"/cinemas/{slug}" for slug in sorted(programme.cinema_by_slug))
    return [*_PLACES, *films, *cinemas]


def _urls(base: str, paths: Iterator[str] | list[str]) -> str:
    urls = "".join(_url(f"{base}{path}") for path in paths)
    return f"<urlset {_NAMESPACE} {_LINKS}>\n{urls}</urlset>\n"


def _url(address: str) -> str:
    """List a page under each of its addresses, each with all the others."""
    alternates = {name: escape(one) for name, one in alternates_of(address).items()}
    links = "".join(f'<xhtml:link rel="alternate" hreflang="{name}" href="{one}"/>' for name, one in alternates.items())
    return "".join(f"<url><loc>{one}</loc>{links}</url>\n" for one in alternates.values())


def _xml(request: Request, content: str) -> Response:
    return answer_unless_known(request, (_HEAD + content).encode(), "application/xml", headers={})
