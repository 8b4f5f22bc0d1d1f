"""The examples that people copy run as they are, but for the name of the host."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.conftest import OpenBrowser
from tests.journeys.magazine import SCRIPT, Magazine, magazine
from tests.journeys.reader import Reader

FRONTEND = Path(__file__).parents[2] / "frontend"
MODULES = FRONTEND / "node_modules"
# React comes as CommonJS; whoever uses it has a bundler, and this stands in for one.
OF_REACT = {
    "react": "react/cjs/react.production.js",
    "scheduler": "scheduler/cjs/scheduler.production.js",
    "react-dom": "react-dom/cjs/react-dom.production.js",
    "react-dom/client": "react-dom/cjs/react-dom-client.production.js",
}
BUNDLE = """const made = {}, makers = {%s};
const require = (name) => {
    if (!made[name]) { made[name] = { exports: {} }; makers[name](made[name], made[name].exports, require); }
    return made[name].exports;
};
export const { createElement, useEffect } = require("react");
export const { createRoot } = require("react-dom/client");"""
APP = """<!doctype html><html lang="de"><meta charset="utf-8"><title>Ein Film</title><link rel="icon" href="data:,">
<h1>Ein Film</h1><div id="app"></div>
<script type="importmap">%s</script>
<script type="module">import { Kinonah } from "kinonah"; %s</script></html>"""


@pytest.fixture(scope="module")
def host() -> Iterator[Magazine]:
    with magazine() as site:
        yield site


def example(name: str, server: str) -> str:
    return (FRONTEND / "examples" / name).read_text(encoding="utf-8").replace("https://HOST", server)


def stands(reader: Reader, address: str) -> None:
    reader.page.goto(address, wait_until="load")
    reader.finder.locator(".distance").first.wait_for()
    reader.rests()


def test_the_plain_page(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    stands(reader, host.print(example("plain.html", reader.server)))


def test_what_the_wordpress_shortcode_prints(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    source = example("kinonah.php", reader.server)
    (template,) = re.findall(r"const KINONAH_TEMPLATE = '(.*)';", source)
    printed = template % (' film="red-rocket" place="10967"', reader.server, "Kinozeiten")
    script = f'<script type="module" src="{reader.server}/widget.js"></script>'
    assert "KINONAH_HOST . '/widget.js'" in source
    stands(reader, host.print(f'<!doctype html><link rel="icon" href="data:,">{printed}{script}'))


def test_the_react_component(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    sources = (
        f"{json.dumps(name)}(module, exports, require) {{ {(MODULES / file).read_text(encoding='utf-8')} }}"
        for name, file in OF_REACT.items()
    )
    host.print(BUNDLE % ",\n".join(sources), path="/react.js", kind=SCRIPT)
    host.print(example("kinonah-react.js", reader.server), path="/kinonah.js", kind=SCRIPT)
    imports = {"imports": {"react": "/react.js", "kinonah": "/kinonah.js"}}
    run = """import { createElement, createRoot } from "react";
        const shown = ({ detail }) => (document.title = `${detail.cinemas} Kinos`);
        createRoot(document.querySelector("#app")).render(
            createElement(Kinonah, { film: "red-rocket", place: "10967", onShown: shown }));"""
    stands(reader, host.print(APP % (json.dumps(imports), run)))
    assert re.fullmatch(r"\d+ Kinos", reader.page.title())


def test_the_vue_component(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    vue = (MODULES / "vue" / "dist" / "vue.esm-browser.prod.js").read_text(encoding="utf-8")
    host.print(vue, path="/vue.js", kind=SCRIPT)
    host.print(example("kinonah-vue.js", reader.server), path="/kinonah.js", kind=SCRIPT)
    imports = {"imports": {"vue": "/vue.js", "kinonah": "/kinonah.js"}}
    run = """import { createApp, h } from "vue";
        const onKinonahShown = ({ detail }) => (document.title = `${detail.cinemas} Kinos`);
        createApp(() => h(Kinonah, { film: "red-rocket", place: "10967", onKinonahShown })).mount("#app");"""
    stands(reader, host.print(APP % (json.dumps(imports), run)))
    assert re.fullmatch(r"\d+ Kinos", reader.page.title())
