"""A question that is asked outside comes to an end by itself, so that no thread waits for ever."""

from threading import Thread

import pytest

from geo.geocoder import GeocoderError
from service.outside.geocoders import GeocoderKind, GeopyGeocoder
from tests.service.outside import geocoder_server as servers
from tests.service.outside.geocoder_server import Behaviour, geocoder

LONGEST_SECONDS = 5


@pytest.mark.parametrize("behaviour", [servers.hang, servers.dribble_head, servers.dribble_body])
def test_what_dribbles_in_is_cut_off(behaviour: Behaviour) -> None:
    failures: list[GeocoderError] = []

    def ask(asked: GeopyGeocoder) -> None:
        try:
            asked.find("Oranienstraße 25", language="de", limit=1)
        except GeocoderError as error:
            failures.append(error)

    with geocoder(behaviour) as running:
        asked = GeopyGeocoder(GeocoderKind.NOMINATIM, running.url, attribution="", timeout_seconds=0.3)
        thread = Thread(target=ask, args=(asked,), daemon=True)
        thread.start()
        thread.join(LONGEST_SECONDS)
        assert not thread.is_alive()
    assert len(failures) == 1
