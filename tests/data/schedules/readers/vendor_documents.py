"""One show in the words of each vendor, as its feed has it."""

from typing import Any

LINK = "https://tickets.example/17"
START = "2026-11-26T20:15:00"

CINETIXX_XML = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE ShowInfo>
<ShowInfo xmlns="urn:x"><Show><SHOW_ID>17</SHOW_ID><SHOW_BEGINNING>{START}</SHOW_BEGINNING>
<VERANSTALTUNGSTITEL> Grüße &amp; Küsse </VERANSTALTUNGSTITEL><SPRACHVERSION>OmU</SPRACHVERSION>
<LANGUAGE>Englisch</LANGUAGE><KINO>Moviemento</KINO><SAAL>Kino 2</SAAL><FLAG_3D>1</FLAG_3D>
<BOOKING_LINK>{LINK}</BOOKING_LINK></Show></ShowInfo>"""
CINETIXX_BOOKING: Any = [
    {
        "id": 3600001907111222333444,
        "title": " RED ROCKET (OmeU)",
        "language": "OmeU, Originalversion",
        "is3D": False,
        "shows": [
            {
                "id": 3662477640,
                "cinemaName": "Moviemento",
                "auditoriumName": "Kino 2",
                "displayDateTime": START,
                "language": "OmeU, Originalversion",
                "showName": "RED ROCKET",
                "_UrlBooking": LINK,
            }
        ],
    }
]
KINOTICKETS: Any = {
    "cinemas": [
        {
            "id": "1",
            "films": [
                {
                    "title": "Wickie und die starken Männer - Das magische Schwe",
                    "is_3d": True,
                    "is_original_version": True,
                    "is_original_version_with_subtitles": True,
                    "performances": [{"id": "performance17", "starts_at": START, "ticketshop_link": LINK}],
                }
            ],
        }
    ]
}
KINOTICKETS_JS = """\ufeff// Export
export default {
  cinemas: [ { id: '1', films: [ {
    title: "L'amour \\"à\\" trois", is_3d: false, is_original_version: true,
    is_original_version_with_subtitles: false, /* no label */
    performances: [
      { id: "performance17", starts_at: '2026-11-26T20:15:00', ticketshop_link: "https://tickets.example/17", },
    ],
  } ] } ],
};
"""
VISTA: Any = {
    "odata.metadata": "https://vista.example/$metadata#Sessions",
    "value": [
        {
            "SessionId": "17",
            "ScheduledFilmId": "HO1",
            "Title": "Red Rocket",
            "Showtime": "2026-11-27T00:30:00",
            "SessionBusinessDate": "2026-11-26T00:00:00",
            "ScreenName": "Kino 2",
            "SessionAttributesNames": ["OmU", "3D"],
            "SoldoutStatus": 2,
        }
    ],
}
VEEZI: Any = [
    {
        "Id": 17,
        "FilmId": "ST1",
        "Title": "Red Rocket",
        "ScreenId": 2,
        "PreShowStartTime": START,
        "FeatureStartTime": "2026-11-26T20:30:00",
        "FeatureEndTime": "2026-11-26T22:40:00",
        "TicketsSoldOut": False,
        "FewTicketsLeft": True,
        "FilmFormat": "2D Digital",
        "Url": LINK,
    }
]
TAPOS = f"""<Feed>
<Films><Film><Code>F1</Code><FilmTitle>Red Rocket</FilmTitle><RunningTime>130</RunningTime></Film></Films>
<Performances><Performance><Code>17</Code><FilmCode>F1</FilmCode><PerformDate>2026-11-26</PerformDate>
<StartTime>2015</StartTime><Screen>2</Screen><BookingURL>{LINK}</BookingURL></Performance></Performances></Feed>"""
CINEMA_SHOWTIMES: Any = {
    "version": "1.0",
    "cinema": {"id": "c", "name": "Moviemento"},
    "films": [{"id": "f", "title": "Red Rocket"}],
    "auditoria": [{"id": "a", "name": "Kino 2"}],
    "sessions": [
        {
            "id": "17",
            "film_id": "f",
            "auditorium_id": "a",
            "start_time_local": START,
            "start_time_utc": "2026-11-26T19:15:00Z",
            "attributes": {
                "language": "en",
                "subtitle_languages": ["de", "fr"],
                "accessibility": ["open_captions", "audio_description"],
            },
        }
    ],
}
