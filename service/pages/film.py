"""The page `/films/{slug}`: where and when a film runs, and what there is to know of it."""

from fastapi import APIRouter, Request, Response

from data.programme.facts import FilmDetails, FilmText
from data.versions.explain import language_name
from service.dependencies import CurrentMoment, CurrentProgramme
from service.moved import FilmSlug
from service.pages.addresses import is_indexable, page_address
from service.pages.film_words import facts_line, release_day, title_in
from service.pages.language import Language, PageLanguage
from service.pages.listing import city_evenings, legend
from service.pages.phrases import PHRASES
from service.pages.rendering import render
from service.pages.schema_org.document import json_ld
from service.pages.schema_org.movie import movie
from service.pages.schema_org.screening import screening_events
from service.pages.view import AskedView, offered, shown, view_of

MOST_CINEMAS = 100
MOST_STARTS = 12
# The rest is folded: the review comes within reach of a thumb.
FIRST_CINEMAS = 6

router = APIRouter(include_in_schema=False)


@router.get("/films/{slug}", response_class=Response)
def film(
    request: Request,
    slug: FilmSlug,
    asked: AskedView,
    programme: CurrentProgramme,
    now: CurrentMoment,
    language: PageLanguage,
) -> Response:
    """Show one film."""
    film = programme.film(slug)
    address, title = page_address(request, language), title_in(film, language)
    view = view_of(asked, programme, now, address, language, limit=MOST_CINEMAS, film=slug)
    said = shown(programme, view)
    # An invented screening must not end up in anybody's search results.
    is_told = is_indexable(request, is_demo=programme.is_demo)
    told = list(screening_events(programme, said, address.base, language)) if is_told else []
    text_language, text = text_for(film, language)
    return render(
        request,
        "film.html",
        language,
        description=_description(text, title, language, is_own=text_language == language),
        json_ld=json_ld(told if said.films and told else [movie(film, address.base, language), *told]),
        is_near_me=True,
        film=film,
        title=title,
        facts=facts_line(film, language),
        release_day=release_day(film, language),
        text=text,
        text_language=text_language,
        text_language_name=language_name(text_language, language),
        view=view,
        empty=said.empty,
        days=view.days(programme),
        choices=view.choices(offered(programme, view, said)),
        first_cinemas=FIRST_CINEMAS,
        evenings=city_evenings(said, view.today, language, most_starts=MOST_STARTS),
        legend=legend(said, language) if said.cinemas else {},
    )


def text_for(film: FilmDetails, language: str) -> tuple[str, FilmText | None]:
    """Find the text in the reader's language, else the one there is, with its language."""
    if language in film.texts:
        return language, film.texts[language]
    return next(iter(film.texts.items()), (language, None))


def _description(text: FilmText | None, title: str, language: Language, *, is_own: bool) -> str:
    where = PHRASES[language].film_description.format(title)
    return f"{text.teaser} {where}" if text and text.teaser and is_own else where
