# Two commands on a fresh machine: `make demo`, `make test`. The others are for those who work on the library.
VENV ?= .venv
PYTHON ?= python3
BENCH ?= ../shared/bench
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check docs gate schema screenshots clean

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: $(READY)  ## extract the bundled sample page to JSON
	$(BIN)/newsextract extract --pretty tests/fixtures/jnews/page.html

test: $(READY)  ## the test suite; its browser tests need Chromium on PATH, and say so where there is none
	$(BIN)/python -m pytest -rs

check: docs  ## style, types, layers, the manual
	$(BIN)/ruff check src tests benchmarks training fuzz
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(READY)  ## build the manual into build/docs, warnings as errors
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

gate: $(READY)  ## accuracy floors over the annotated pages
	$(BIN)/python benchmarks/gate.py --bench $(BENCH)

schema: $(READY)  ## write the JSON Schema and the reference from the record classes, the man page from the parser
	$(BIN)/python -m newsextract.export.schema
	$(BIN)/python -m newsextract.cli.manpage

screenshots: $(READY)  ## the pictures in docs/images, from the fixtures; needs Chromium
	$(BIN)/python -m tests.report.screenshots

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache build dist
