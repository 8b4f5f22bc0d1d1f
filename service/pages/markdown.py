"""What editors write becomes HTML: a few marks of Markdown and nothing else, whoever wrote it."""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markupsafe import Markup

# Its own heading stands above a review: all in it come one below.
_HEADING = "h3"
_TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "br", "hr", _HEADING}
_ADDRESSES = {"http", "https", "mailto"}
_KEPT = 256


@lru_cache(maxsize=_KEPT)
def as_html(text: str) -> Markup:
    """Render a review. HTML in it is text; pictures and code are none; links lead on without a word for us."""
    # Cleaned by a second reader, so that no mistake of the first one reaches a page.
    clean = nh3.clean(
        _reader().render(text),
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes=_ADDRESSES,
        link_rel="nofollow noopener",
    )
    return Markup(clean)  # noqa: S704 (cleaned above)


def _level_headings(state: StateCore) -> None:
    for token in state.tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = _HEADING


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False})
    # Both are seldom meant: an indented line is a quotation or a poem.
    reader.disable(["code", "fence", "image", "html_block", "html_inline", "reference"])
    reader.core.ruler.push("level_headings", _level_headings)
    return reader
