"""What a caller would like best: the weighed lists of the headers Accept and Accept-Language (RFC 9110, 12.4.2)."""

_LONGEST = 20


def wishes(header: str) -> list[str]:
    """Give what is named, in lower case, the most wanted first; without what is refused (`;q=0`) or unreadable."""
    weighed = []
    for position, entry in enumerate(header.split(",")[:_LONGEST]):
        named, *parameters = (part.strip().lower() for part in entry.split(";"))
        weight = next((part[2:] for part in parameters if part.startswith("q=")), "1")
        try:
            wanted = float(weight)
        except ValueError:
            continue
        if named and wanted > 0:
            weighed.append((-wanted, position, named))
    return [named for _, _, named in sorted(weighed)]
