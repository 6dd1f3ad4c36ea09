# Two commands on a fresh machine: `make demo`, `make test`. The others are for those who work on the library.
VENV ?= .venv
PYTHON ?= python3
BENCH ?= ../shared/bench
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TESTING := 'pytest>=8.3' 'hypothesis>=6.100' 'jsonschema>=4.23' 'markdown-it-py>=3.0' 'trustme>=1.2' 'hypercorn>=0.17'
CORE := tests/page tests/content tests/fields tests/locate tests/export tests/inputs tests/test_golden.py tests/test_hostile.py --ignore tests/content/test_grid.py

.PHONY: demo test check docs gate dist minimum audit schema screenshots clean

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

dist: $(READY)  ## build sdist and wheel into dist/, and test the wheel in an environment of its own
	rm -rf dist build/dist
	$(BIN)/python -m build --outdir dist >/dev/null
	$(PYTHON) -m venv build/dist
	build/dist/bin/python -m pip install --quiet --disable-pip-version-check dist/*.whl
	cd build && dist/bin/python -I ../tests/built.py ..

minimum:  ## the core tests with the lowest version of each dependency that is allowed
	$(PYTHON) -m venv build/minimum
	build/minimum/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[cli,compression,http,parquet,warc]' -c tests/minimum.txt $(TESTING)
	build/minimum/bin/python -m pytest -p no:cacheprovider $(CORE)

audit: $(READY)  ## known faults of the dependencies; asks the network
	$(BIN)/python -m pip_audit --skip-editable --progress-spinner off

schema: $(READY)  ## write the JSON Schema and the reference from the record classes, the man page from the parser
	$(BIN)/python -m newsextract.export.schema
	$(BIN)/python -m newsextract.cli.manpage

screenshots: $(READY)  ## the pictures in docs/images, from the fixtures; needs Chromium
	$(BIN)/python -m tests.report.screenshots

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache build dist
