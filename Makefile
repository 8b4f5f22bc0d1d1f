# Everything one does with Kinonah, from a fresh clone on. Written for GNU make 3.81 and newer, Linux and macOS.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Our Python and the Node that comes with it before any other.
WITH_BIN := PATH="$(CURDIR)/$(BIN):$$PATH"
FRONTEND_SOURCES := $(shell find frontend -name node_modules -prune -o -type f -print 2>/dev/null)

# npm and others want a home to keep their caches in.
ifeq ($(strip $(HOME)),)
export HOME := $(CURDIR)/$(VENV)/home
endif

# uv where it is at hand, else pip; the same packages with the same hashes either way.
define install
@if command -v uv >/dev/null 2>&1; then \
	$(WITH_BIN) uv pip install --quiet --python $(BIN)/python $(1); \
else \
	$(WITH_BIN) $(BIN)/python -m pip install --quiet --disable-pip-version-check $(1); \
fi
endef

.PHONY: help setup run test check bench phone screenshots test-real understood lock clean chromium postgresql shared missing

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | awk -F'|' '{ printf "make %-10s %s\n", $$1, $$2 }'

setup: $(VENV)/python.stamp $(VENV)/compiled.stamp $(VENV)/pages.stamp ## install everything into .venv and build the web part

run: setup ## set up, fill an unused database with the demo city, serve
	$(BIN)/kinonah demo --unless-used
	$(BIN)/kinonah serve

test: setup $(VENV)/dev.stamp chromium postgresql ## run all tests that need nothing from outside
	$(WITH_BIN) npm --prefix frontend test
	$(BIN)/pytest --ignore=tests/real --ignore=tests/bench -n auto --dist loadfile --cov --cov-fail-under=90

check: setup $(VENV)/dev.stamp ## lint, format, types, import direction
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(WITH_BIN) npm --prefix frontend run check

# WORLDS="city country" measures those only, into a temporary folder; all three write the document.
bench: setup $(VENV)/bench.stamp ## measure against other ways to answer, into docs/bench.md
	$(BIN)/python -m tests.bench $(WORLDS)

phone: setup $(VENV)/phone.stamp chromium ## measure the pages on a phone with Lighthouse, into docs/phone.md
	$(WITH_BIN) $(BIN)/python -m tests.phone

# WORDS="film dark" takes only those whose names hold one of them.
screenshots: setup $(VENV)/dev.stamp chromium ## take pictures of each page and state, into var/screenshots
	$(BIN)/python -m tests.phone.screenshots $(WORDS)

test-real: shared setup $(VENV)/dev.stamp ## run the tests over real files
	$(BIN)/pytest tests/real

understood: shared setup $(VENV)/dev.stamp ## say how much of what real cinemas write is understood
	$(BIN)/python -m tests.real.understood

lock: ## resolve the dependencies anew
	@command -v uv >/dev/null 2>&1 || { echo "make lock needs uv: $(PYTHON) -m pip install uv" >&2; exit 1; }
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
		pyproject.toml --group build -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
		--group dev pyproject.toml -c requirements.lock -o requirements-dev.lock
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
		--group bench pyproject.toml -c requirements-dev.lock -o requirements-bench.lock

clean: ## remove what was built and installed; the database stays
	rm -rf $(VENV) frontend/node_modules tests/phone/node_modules service/pages/static build dist
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null 2>&1 && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Kinonah needs Python 3.11 or newer: apt-get install python3 python3-venv (macOS: brew install python)," >&2; \
		echo "or name another one: make PYTHON=python3.12 setup" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv module is missing: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)

# The editable install is built by the uv-build that the lock has just installed.
$(VENV)/python.stamp: requirements.lock pyproject.toml | $(BIN)/python
	$(call install,--require-hashes -r requirements.lock)
	$(call install,--no-deps --no-build-isolation -e .)
	@touch $@

# So that the first person who asks need not wait for it.
$(VENV)/compiled.stamp: $(VENV)/python.stamp $(wildcard geo/*.py data/programme/*/*.py)
	$(BIN)/python -m data.programme.warm_up
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/python.stamp
	$(call install,--require-hashes -r requirements-dev.lock)
	@touch $@

$(VENV)/phone.stamp: tests/phone/package.json tests/phone/package-lock.json $(VENV)/dev.stamp
	cd tests/phone && $(WITH_BIN) npm ci --no-audit --no-fund
	@touch $@

$(VENV)/bench.stamp: requirements-bench.lock $(VENV)/dev.stamp
	$(call install,--require-hashes -r requirements-bench.lock)
	@touch $@

# `missing` re-makes what somebody removed by hand.
$(VENV)/node.stamp: frontend/package.json frontend/package-lock.json $(VENV)/python.stamp \
		$(if $(wildcard frontend/node_modules),,missing)
	cd frontend && $(WITH_BIN) npm ci --no-audit --no-fund
	@touch $@

$(VENV)/pages.stamp: $(VENV)/node.stamp $(FRONTEND_SOURCES) $(if $(wildcard service/pages/static/*),,missing)
	$(WITH_BIN) npm --prefix frontend run build
	@touch $@

shared:
	@test -d ../shared || { echo "This needs the real files in ../shared, and they are not there." >&2; exit 1; }

# $(call from-debian,package,what the tests need,how macOS installs it)
define from-debian
if ! command -v apt-get >/dev/null 2>&1; then \
	echo "The tests need $(2): $(3)" >&2; exit 1; \
elif test "$$(id -u)" = 0; then apt-get update && apt-get install -y $(1); \
elif sudo -n true 2>/dev/null; then sudo -n apt-get update && sudo -n apt-get install -y $(1); \
else echo "The tests need $(2): sudo apt-get install $(1)" >&2; exit 1; fi
endef

chromium:
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null 2>&1 && exit 0; done; \
	for name in Chromium "Google Chrome"; do test -d "/Applications/$$name.app" && exit 0; done; \
	$(call from-debian,chromium,Chromium,brew install --cask chromium)

# The tests start a server of their own; the one that Debian's package starts is left alone.
postgresql:
	@command -v initdb >/dev/null 2>&1 && exit 0; \
	for folder in /usr/lib/postgresql/*/bin; do test -x "$$folder/initdb" && exit 0; done; \
	$(call from-debian,postgresql,PostgreSQL,brew install postgresql)
