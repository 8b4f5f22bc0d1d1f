"""The addresses of a page: as people know it, in each language, and with what its view is narrowed by."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast, get_args
from urllib.parse import urlencode

from fastapi import Request

from service.pages.language import Language
from service.settings import Settings

LANGUAGES = cast("tuple[Language, ...]", get_args(Language))
AUTO = "auto"
# What the address of a view may say. A position is never repeated, and nothing else that we do not know.
KNOWN = (
    *("q", "view", "place", "on", "hours", "from", "until", "version", "understands", "format", "access", "area"),
    *("sort", "limit"),
)
Pairs = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PageAddress:
    """Where a page is: `base` is the service's address, `path` the page's; `language` null where nobody chose one."""

    base: str
    path: str
    view: tuple[tuple[str, str], ...]
    language: Language | None

    @property
    def canonical(self) -> str:
        """The page without what its view is narrowed by."""
        return self.base + self.path + self.carried

    @property
    def carried(self) -> str:
        """What a link to another page of ours ends in, so that a chosen language stays; there is no cookie for it."""
        return f"?lang={self.language}" if self.language else ""

    @property
    def alternates(self) -> dict[str, str]:
        """The page by language; `x-default` lets the browser's wish choose."""
        return alternates_of(self.base + self.path)

    def in_language(self, language: Language) -> str:
        """Give the link to this same view in another language."""
        return query_of([*self.view, ("lang", language)])

    def with_view(self, view: Pairs) -> str:
        """Give the link to another view of this page."""
        said = [*view, ("lang", self.language)] if self.language else view
        # A link to "?" would keep nothing, one to "" everything.
        return query_of(said) or "?"


def page_address(request: Request, language: Language) -> PageAddress:
    """Say where the page is that was asked for."""
    asked = request.query_params.multi_items()
    view = tuple((name, value) for name, value in asked if name in KNOWN and value)
    return PageAddress(base_url(request), request.url.path, view, language if "lang" in request.query_params else None)


def base_url(request: Request) -> str:
    """Give the address of the service, without a slash at its end."""
    settings: Settings = request.app.state.settings
    known = settings.public_url if settings.public_url != AUTO else str(request.base_url)
    return known.rstrip("/")


def is_indexable(request: Request, *, is_demo: bool) -> bool:
    """Say whether search engines may list the pages; an invented programme only where somebody says so outright."""
    settings: Settings = request.app.state.settings
    return settings.indexable == "yes" or (settings.indexable == AUTO and not is_demo)


def alternates_of(address: str) -> dict[str, str]:
    """Give a page's address by language; `x-default` lets the browser's wish choose."""
    return {**{language: f"{address}?lang={language}" for language in LANGUAGES}, "x-default": address}


def query_of(pairs: Pairs) -> str:
    """Write a query string, with its question mark; empty where there is nothing to say."""
    written = urlencode(list(pairs))
    return f"?{written}" if written else ""
