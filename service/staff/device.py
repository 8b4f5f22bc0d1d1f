"""What a browser calls itself, in two words: enough to know one's own phone again, too little to know anybody by."""

_BROWSERS = (("Firefox/", "Firefox"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS = (
    *(("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows")),
    *(("Mac OS X", "Mac"), ("Linux", "Linux")),
)


def device_of(user_agent: str) -> str:
    """Shorten the header User-Agent to `Firefox, Android`; `?` stands for what it does not tell."""
    return f"{_first(_BROWSERS, user_agent)}, {_first(_SYSTEMS, user_agent)}"


def _first(signs: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for sign, name in signs if sign in user_agent), "?")
