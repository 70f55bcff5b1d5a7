PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SECONDS ?= 600

.PHONY: help run test access firefox lint check fix bench train drills proxy oldest soak fuzz screenshots lines lock audit languages clean

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

run: $(VENV)/.run ## start the app, installing what it needs the first time; WORKERS=4 make run for more processes
	@$(BIN)/python -m tools.run

test: $(VENV)/.dev ## run all tests, those in a real browser too
	@$(BIN)/python -m tools.programs chromium
	$(BIN)/python -m pytest -n 2 --dist loadgroup --no-loadscope-reorder --durations=15

lint: $(VENV)/.dev ## check format, style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# What needs more than Python and Chromium, or more than a minute, is in checks/.
limits: $(VENV)/.dev ## hold what may cost much against its limits of processor time and memory; Linux only
	$(BIN)/python -m pytest --timeout=300 checks/limits

drills: $(VENV)/.dev ## break a copy of the checkout as happens to people; the course as a package and as the Dockerfile has it
	$(BIN)/python -m pytest --timeout=300 checks/drills

proxy: $(VENV)/.dev ## try three processes behind HAProxy, which is installed where that can be done
	@$(BIN)/python -m tools.programs haproxy chromium
	$(BIN)/python -m pytest --timeout=600 -r fE checks/proxy

access: $(VENV)/.dev ## axe-core on every section, in both themes; a section in one window
	@$(BIN)/python -m tools.programs chromium
	$(BIN)/python -m pytest --timeout=300 checks/access

firefox: $(VENV)/.dev ## draw a digit, walk, go on by keys and Join in Firefox, which must be installed (Debian: firefox-esr)
	@$(BIN)/python -m checks.firefox

fuzz: $(VENV)/.fuzz ## feed all ways in with random input for ten minutes: SECONDS=60 make fuzz for one
	$(BIN)/python -m checks.fuzz $(SECONDS)

soak: $(VENV)/.dev ## an hour of class work, or MINUTES=12: memory and threads must stay flat; Linux only
	@$(BIN)/python -m checks.soak

oldest: ## run the tests of the course with the oldest packages that it takes, in an environment of its own (network)
	@$(PYTHON) tools/install.py .oldest requirements-oldest.txt
	.oldest/bin/python -m pytest -n 2 --dist loadfile -o filterwarnings=default tests/nncore tests/ui tests/pages

check: lint test ## everything that must hold before a commit

fix: $(VENV)/.dev ## let ruff format and mend what it can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# One process learns while two make lessons: NumPy must start no threads of its own.
train: $(VENV)/.dev ## make assets/weights.npz, the weights that ship
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training

bench: $(VENV)/.dev ## print every figure that the README claims
	$(BIN)/python -m benchmarks

screenshots: $(VENV)/.dev ## make every picture of the README and of the product anew, in Chromium
	@$(BIN)/python -m tools.programs chromium
	$(BIN)/python -m tools.screenshots

lines: ## count the lines of code of each part, without blank lines and comments
	@$(PYTHON) -m tools.lines

lock: $(VENV)/.dev ## renew requirements.lock from requirements.txt (network)
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" --output-file requirements.lock requirements.txt

languages: $(VENV)/.dev ## collect the words of the interface, compile the languages, and tell what is still to translate
	@$(BIN)/python -m tools.languages

audit: $(VENV)/.dev ## look the packages of requirements.lock up among known faults (network)
	$(BIN)/python -m pip_audit --strict --disable-pip --require-hashes -r requirements.lock

clean: ## remove the virtual environment and all caches
	rm -rf $(VENV) .oldest dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

# What the app needs comes first, from the lock; what else the tests need is added to it.
$(VENV)/.run: requirements.lock
	$(call install,$<)

$(VENV)/.fuzz: requirements-fuzz.txt $(VENV)/.dev
	$(call install,$<)

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(call install,$<)

define install
@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON): install Python 3.11 or newer, or name it with make PYTHON=python3.12 run." >&2; exit 1; }
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Gates to Digits needs Python 3.11 or newer: this is Python %d.%d. Name a newer one with make PYTHON=python3.12 run." % sys.version_info[:2])'
@$(PYTHON) tools/install.py $(VENV) $(1)
@touch $@
endef
