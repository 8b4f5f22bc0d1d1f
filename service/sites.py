"""The sites of others that show what is ours: who may, and who asks, by the name of the site and nothing else."""

import re
from collections.abc import Iterable
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from starlette.datastructures import Headers

from service.errors import SiteNotAllowedError
from service.site_uses import SiteUses

_NAME = re.compile(r"[a-z0-9.-]{1,253}(:\d{1,5})?")


# What browsers say for a page without an origin: in a sandbox, from a file (HTML, "serialization of an origin").
NOWHERE = "null"


class Sites:
    """The operator's list; an empty one allows all. A name such as `*.example.org` stands for all below it."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take host names, each with its port where it has an unusual one."""
        self.names = tuple(name.lower() for name in names)

    @property
    def frame_ancestors(self) -> str:
        """Say who may frame us, as a policy does (W3C CSP, frame-ancestors)."""
        return " ".join(("'self'", *self.names)) if self.names else "*"

    def allow(self, site: str | None) -> bool:
        """Say whether a site may ask; who names none is no page of another site's."""
        return site is None or not self.names or any(_is_named(site, name) for name in self.names)


def site_of(address: str) -> str | None:
    """Give the site of an origin or an address, such as `magazine.example`; null where it names none."""
    try:
        site = urlsplit(address).netloc.lower()
    except ValueError:
        return None
    return site if _NAME.fullmatch(site) else None


def asking_site(said: Headers) -> str | None:
    """Give the site whose page asks; null for our own pages, programs, and who keeps it to themselves."""
    site = site_of(said.get("origin") or said.get("referer") or "")
    return None if site == said.get("host", "").lower() else site


def sites_allowed(request: Request) -> Sites:
    """Give the operator's list."""
    sites: Sites = request.app.state.sites
    return sites


def admit(request: Request, sites: Annotated[Sites, Depends(sites_allowed)]) -> None:
    """Count a question from another site's page. Raises SiteNotAllowedError where the operator's list has it not."""
    # Only what a browser says of a script's request: a link that somebody follows is nobody's widget.
    origin = request.headers.get("origin")
    site = asking_site(request.headers) if origin else None
    # A page that names no site is on nobody's list; ours all name theirs.
    if not sites.allow(NOWHERE if origin == NOWHERE else site):
        raise SiteNotAllowedError
    note_use(request, site, "questions")


def note_use(request: Request, site: str | None, what: str) -> None:
    """Count, where it is another site's."""
    uses: SiteUses = request.app.state.site_uses
    if site is not None:
        uses.note(site, what)


def _is_named(site: str, name: str) -> bool:
    return site.endswith(name[1:]) if name.startswith("*.") else site == name


SitesAllowed = Annotated[Sites, Depends(sites_allowed)]
