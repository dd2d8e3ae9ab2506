# Two commands on a fresh machine with Python 3.11 and make: `make demo`, `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
INPUTS := pyproject.toml constraints.txt

.PHONY: demo test lint types wheel-test bench clean

demo: $(VENV)/.base
	$(BIN)/kaozheng check examples/russia-rare-earths.zh.txt
	$(BIN)/kaozheng check examples/gallium-f35.zh.txt

test: $(VENV)/.all
	$(BIN)/python -m pytest

lint: $(VENV)/.all
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.all
	$(BIN)/mypy

# Tests what users install: the wheel, in a new environment, away from the source tree.
wheel-test: $(VENV)/.all
	$(BIN)/python tests/wheel/run.py

bench: $(VENV)/.all
	$(PIP) --editable '.[bench]'
	$(BIN)/python -m kaozheng.eval.benchmarks.quantities tests/cases/quantities
	$(BIN)/python -m kaozheng.eval.benchmarks.store
	$(BIN)/python -m kaozheng.eval.benchmarks.startup
	$(BIN)/python -m kaozheng.eval.benchmarks.linearity

$(VENV)/.venv:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.base: $(VENV)/.venv $(INPUTS)
	$(PIP) --editable .
	touch $@

# torch first and pinned: asked for as a dependency it could resolve to a build of several gigabytes.
$(VENV)/.all: $(VENV)/.base $(INPUTS)
	$(PIP) torch
	$(PIP) --editable '.[train,serve,cluster,dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
