"""A language as BCP 47, checked for the mistakes that people make."""

import re

from babel.core import Locale, get_global

# Language, script, region and variants (RFC 5646, section 2.1), without the corners that no film needs.
_SHAPE = re.compile(r"([a-z]{2,3})((?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*)", re.IGNORECASE)


def read_language(text: str) -> str:
    """Give the tag in its usual spelling: `pt-br` becomes `pt-BR`, `ger` becomes `de`. Raises ValueError."""
    shape = _SHAPE.fullmatch(text)
    if not shape:
        raise ValueError(f"{text!r} is no language. Write its BCP 47 tag, such as en, de or pt-BR.")
    language = _usual(shape[1].lower())
    if len(language) == 2 and language not in Locale("en").languages:
        raise ValueError(
            f"There is no language {text!r}. Japanese is ja, Korean ko, Ukrainian uk, Czech cs, Danish da."
        )
    return "-".join([language, *(_spelled(part) for part in shape[2].split("-") if part)])


def _usual(language: str) -> str:
    alias: str = get_global("language_aliases").get(language, language)
    return alias if re.fullmatch(r"[a-z]{2,3}", alias) else language


def _spelled(part: str) -> str:
    if len(part) == 4:
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()
