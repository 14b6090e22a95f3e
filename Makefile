# One command each; every command first sets up what it needs.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Compiled once and kept, whatever the machine is set to: the tests start hundreds of programs.
export PYTHONDONTWRITEBYTECODE :=
LOCK_OPTIONS := --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet

.PHONY: help install demo test check eval bench torture nightly postgresql capacity soak container audit sbom pictures lock clean

help: ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

install: $(VENV)/.installed ## Set up .venv with .venv/bin/cchc in it

PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check $(PIP_OPTIONS)
# Hashed pins only; the project itself is installed last, without looking anything up.
define set_up
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r $(1)
	$(PIP) --no-deps --no-build-isolation -e .
endef

$(VENV)/.installed: requirements.txt pyproject.toml
	$(call set_up,requirements.txt)
	@touch $@

# These pins are the others' too, so that there is one installation and not two.
$(VENV)/.installed-dev: requirements-dev.txt pyproject.toml
	$(call set_up,requirements-dev.txt)
	@touch $(VENV)/.installed $@

demo: install ## Try the bot in the browser, without a token
	$(BIN)/cchc demo

check: $(VENV)/.installed-dev ## Format, lint, types and the direction of imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: check ## Everything that must pass before a commit
	$(BIN)/pytest -n 3 --dist worksteal

eval: $(VENV)/.installed-dev ## Measure the answers on the question sets
	$(BIN)/python -m tests.questions.measure $(MEASURE)

bench: $(VENV)/.installed-dev ## Measure time and memory (minutes; never part of the tests)
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.importing
	$(BIN)/python -m benchmarks.hostile
	$(BIN)/python -m benchmarks.answering build/stores 100000
	$(BIN)/python -m benchmarks.growth build/stores docs/pictures/growth.webp
	$(BIN)/python -m benchmarks.turns
	$(BIN)/python -m benchmarks.fuzzing

capacity: $(VENV)/.installed-dev ## Measure what two replicas and a worker carry (a quarter of an hour; loopback only)
	$(BIN)/python -m benchmarks.capacity

soak: $(VENV)/.installed-dev ## Twenty minutes of questions: memory, open files and times must stay flat
	$(BIN)/python -m benchmarks.soak

container: ## Build the image and make one round trip in it as compose.yaml runs it; needs Docker
	docker build --tag cchc .
	docker run --rm --network none --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges:true cchc demo --check

audit: $(VENV)/.installed-dev ## Ask whether the pinned packages have known faults
	.ci/audit

sbom: $(VENV)/.installed-dev ## Write sbom.json, the list of everything the program is made of
	$(BIN)/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml --output-format JSON --output-file sbom.json

torture: $(VENV)/.installed-dev ## Kills, bad networks and a stopped database in full size, new random examples (minutes)
	CCHC_TORTURE=1 $(BIN)/pytest tests/delivery tests/handlers/test_every_screen.py
	CCHC_TORTURE=1 HYPOTHESIS_PROFILE=new $(BIN)/pytest -n 2 $$(grep -rlE --include='test_*.py' 'hypothesis|IS_WHOLE' tests/[!d]*)

postgresql: $(VENV)/.installed-dev ## The whole bot's tests with PostgreSQL as its store, which otherwise run on SQLite
	CCHC_HOUSE=postgresql $(BIN)/pytest -n 3 --dist worksteal tests/bot tests/handlers

nightly: MEASURE = --whole
nightly: test postgresql torture eval soak ## What is run every night

pictures: $(VENV)/.installed-dev ## Take the pictures of the documentation anew (needs Chromium)
	$(BIN)/python docs/pictures/make.py

lock: ## Renew the pins (needs uv; a newcomer does not)
	uv pip compile pyproject.toml --extra build --extra dev $(LOCK_OPTIONS) -o requirements-dev.txt
	uv pip compile pyproject.toml --extra build $(LOCK_OPTIONS) -c requirements-dev.txt -o requirements.txt

clean: ## Remove what was made
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
