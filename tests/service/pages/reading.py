"""A page as tests read it."""

import json
import re
from typing import Any

from fastapi.testclient import TestClient

JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def page_at(client: TestClient, path: str, language: str = "en") -> str:
    """Open a page that is there, in a language that the browser wishes."""
    page = client.get(path, headers={"Accept-Language": language})
    assert (page.status_code, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    return page.text


def document(page: str) -> dict[str, Any]:
    """Give what a page says to machines."""
    (text,) = JSON_LD.findall(page)
    said: dict[str, Any] = json.loads(text)
    return said


def graph(page: str) -> list[dict[str, Any]]:
    """Give the things that a page names to machines."""
    nodes: list[dict[str, Any]] = document(page)["@graph"]
    return nodes


def links(page: str, words: str) -> list[str]:
    """Give where the links of some words lead, without HTML's escapes."""
    found = re.findall(rf'<a[^>]* href="([^"]*)"[^>]*>{re.escape(words)}<', page)
    return [address.replace("&amp;", "&") for address in found]
