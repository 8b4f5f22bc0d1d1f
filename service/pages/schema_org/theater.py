"""A cinema as https://schema.org/MovieTheater."""

from data.programme.facts import CinemaFacts
from service.pages.schema_org.document import Node, without_unknown


def theater_id(base: str, slug: str) -> str:
    """Name a cinema for machines; `base` is the service's address."""
    return f"{base}/cinemas/{slug}#cinema"


def address_id(base: str, slug: str) -> str:
    """Name its address, which its auditoriums have as well: search engines want it of each place."""
    return f"{base}/cinemas/{slug}#address"


def theater(cinema: CinemaFacts, base: str) -> Node:
    """Describe a cinema."""
    address = {
        "@type": "PostalAddress",
        "@id": address_id(base, cinema.slug),
        "streetAddress": cinema.street,
        "postalCode": cinema.postcode,
        "addressLocality": cinema.city,
        "addressCountry": cinema.country,
    }
    return without_unknown(
        {
            "@type": "MovieTheater",
            "@id": theater_id(base, cinema.slug),
            "url": f"{base}/cinemas/{cinema.slug}",
            "sameAs": cinema.website,
            "name": cinema.name,
            "address": without_unknown(address),
            "geo": {"@type": "GeoCoordinates", "latitude": cinema.lat, "longitude": cinema.lon},
            "screenCount": cinema.screens,
        }
    )
