"""Old addresses: what was merged is found where it is now."""

from typing import Annotated

from fastapi import Depends, Request

from service.dependencies import CurrentProgramme
from service.errors import MovedError


def cinema_slug(request: Request, slug: str, programme: CurrentProgramme) -> str:
    """Give the slug of a cinema in an address. Raises MovedError for an old one."""
    return _at_its_address(request, slug, programme.moved.cinemas.get(slug, slug))


def film_slug(request: Request, slug: str, programme: CurrentProgramme) -> str:
    """Give the slug of a film in an address. Raises MovedError for an old one."""
    return _at_its_address(request, slug, programme.moved.films.get(slug, slug))


CinemaSlug = Annotated[str, Depends(cinema_slug)]
FilmSlug = Annotated[str, Depends(film_slug)]


def _at_its_address(request: Request, slug: str, slug_now: str) -> str:
    if slug_now == slug:
        return slug
    # The same route below the same root, with the new slug in place of the old one.
    path = str(request.scope["route"].path_format).format(**request.path_params | {"slug": slug_now})
    raise MovedError(str(request.scope.get("root_path", "")) + path, request.url.query)
