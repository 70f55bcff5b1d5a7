PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run test lint check fix bench train clean

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

run: $(VENV)/.run ## start the app, installing what it needs the first time
	@$(BIN)/python tools/run.py

test: $(VENV)/.dev ## run all tests, those in a real browser too
	@$(BIN)/python tools/chromium.py
	$(BIN)/python -m pytest

lint: $(VENV)/.dev ## check format, style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict nncore ui

check: lint test ## everything that must hold before a commit

fix: $(VENV)/.dev ## let ruff format and mend what it can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

train: $(VENV)/.dev ## make assets/weights.npz, the weights that ship
	$(BIN)/python -m nncore.train

bench: $(VENV)/.dev ## print every figure that the README claims
	$(BIN)/python -m benchmarks

clean: ## remove the virtual environment and all caches
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Gates to Digits needs Python 3.11 or newer: this is Python %d.%d. Name a newer one with make PYTHON=python3.12 run." % sys.version_info[:2])'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make a virtual environment: install its venv package (on Debian python3-venv)."; exit 1; }

$(VENV)/.run: requirements.txt | $(VENV)/bin/python
	@echo "Installing what the app needs (the first time only) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt requirements.txt | $(VENV)/bin/python
	@echo "Installing what the tests need (the first time only) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.run
