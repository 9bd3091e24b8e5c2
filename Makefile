# Two commands: `make run` opens the app on the real tour, `make test` passes all tests. Both set everything up first.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	&& { echo $$p; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PORT ?= 8501
WORKERS ?= 2
export PIP_NO_INPUT := 1
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help run test lint format check docs chromium clean

help:  ## say what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 18

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Touratlas needs Python 3.11, 3.12 or 3.13; none was found. Install one, or: make PYTHON=/path/to/python3.12 run"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python has no venv module; on Debian and Ubuntu: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.app: requirements.txt | $(BIN)/python
	@echo "Installing what the app needs (once)…"
	@$(PIP) install -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements.txt requirements-dev.txt | $(BIN)/python
	@echo "Installing what the tests need (once)…"
	@$(PIP) install -r requirements-dev.txt
	@touch $@ $(VENV)/.app

run: $(VENV)/.app  ## set up, and open the app on the real tour
	@$(BIN)/python -m streamlit run app.py --server.port $(PORT)

lint: $(VENV)/.dev  ## ruff, the type checker, the import contract
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports

chromium: $(VENV)/.dev  ## bring Chromium, Firefox and TimelineJS for the browser tests where they are missing
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python tests/browser/firefox.py
	@$(BIN)/python tests/browser/timelinejs.py

test: lint chromium  ## set up, and run every check and test
	@$(BIN)/python -m pytest -q -n $(WORKERS) --ignore=tests/browser
	@$(BIN)/python -m pytest -q -n $(WORKERS) --dist loadfile tests/browser  # a Chromium and a server for each worker

check: $(VENV)/.app  ## check the tour files in data/
	@for tour in data/*.yaml; do $(BIN)/python -m touratlas check $$tour || exit 1; done

format: $(VENV)/.dev  ## put the code in order
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

docs: $(VENV)/.dev  ## write what is generated: docs/codes.md, docs/rules.md, docs/exports.md, static/
	@$(BIN)/python -m touratlas.codes
	@$(BIN)/python -m touratlas.audit.pages
	@$(BIN)/python -m touratlas.catalogue
	@$(BIN)/python -m touratlas.assets.build_static

clean:  ## delete what was installed and made
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache build dist
