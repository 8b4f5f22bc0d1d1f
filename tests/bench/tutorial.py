"""The way every tutorial does it: all cinemas as ORM objects, a loop with geopy, a query a cinema."""

import json

from geopy.distance import geodesic
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from data.programme.question import Question
from data.tables.cinema import Cinema
from data.tables.film import Film
from data.tables.screening import Screening, ScreeningFilm


def tutorial_answer(engine: Engine, question: Question) -> bytes:
    """Answer a question for one film near a point, with the fields that the tutorial would send."""
    if question.near is None:
        raise ValueError("The tutorial knows only questions with a place.")
    here = (question.near.lat, question.near.lon)
    with Session(engine) as session:
        cinemas = session.exec(select(Cinema)).all()
        measured = sorted((geodesic(here, (cinema.lat, cinema.lon)).meters, cinema.slug, cinema) for cinema in cinemas)
        answers = []
        for metres, _, cinema in measured:
            screenings = session.exec(
                select(Screening)
                .join(ScreeningFilm, col(ScreeningFilm.screening_id) == Screening.id)
                .join(Film, col(Film.id) == ScreeningFilm.film_id)
                .where(Screening.cinema_id == cinema.id, Film.slug == question.films[0])
                .where(Screening.starts_at >= question.window.from_at, Screening.starts_at < question.window.until_at)
                .order_by(col(Screening.starts_at))
            ).all()
            if screenings:
                shown = [screening.model_dump(mode="json") for screening in screenings]
                answers.append({"cinema": cinema.model_dump(), "distance_m": metres, "screenings": shown})
            if len(answers) == question.limit:
                break
    return json.dumps(answers).encode()
