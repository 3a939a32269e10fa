# Chores. `make help` lists them.

PYTHON ?= python3
UV     ?= uv
SIZE   ?=
ONLY   ?=
SEED   ?= 1

BIN := .venv/bin

# Vietnamese text on every pipe, whatever the machine's own language.
export LANG := C.UTF-8
export LC_ALL := C.UTF-8

.DEFAULT_GOAL := help
.PHONY: help setup setup-tests run test quick lint format forms bench campaign package \
	package-test lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/installed ## install the system libraries and the program into .venv

setup-tests: .venv/installed-tests ## as setup, with the programs the tests call

.venv/installed: requirements.lock pyproject.toml packaging/system-deps
	packaging/system-deps
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/installed-tests: .venv/installed
	packaging/system-deps tests
	@touch $@

run: setup ## found a training vault in demo/ and open its window (without a screen: leave demo/)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(BIN)/bmnn-desktop demo demo/ --open; \
	else \
		rm -rf demo && $(BIN)/bmnn-desktop demo demo/; \
	fi

test: setup-tests lint ## everything a commit must pass: lint, then the tests
	$(BIN)/python -m pytest -n 2

quick: setup-tests ## the tests that take seconds, for each change
	$(BIN)/python -m pytest -n 2 -m "not slow"

lint: setup ## ruff, mypy, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --cache-dir build/import-linter

format: setup ## let ruff lay out the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

forms: setup ## compile the drawings in ui/ into bmnn_desktop/gui/forms/
	$(BIN)/python packaging/forms.py

bench: setup-tests ## measure against anchors and goals: make bench ONLY=table SIZE=1000000
	$(BIN)/python -m tests.bench $(if $(SIZE),--size $(SIZE)) $(if $(ONLY),--only $(ONLY))

campaign: setup-tests ## kill, cut, guess and corrupt for long: make campaign SIZE=2000 SEED=7
	$(BIN)/python -m tests.faults --size $(or $(SIZE),10000) --seed $(SEED)

package: setup ## freeze the program: .tar.xz, .deb, bill of materials and sums in dist/
	packaging/system-deps package
	$(BIN)/python packaging/package.py

package-test: ## install and run what `make package` made in a bare Debian without a network (root)
	packaging/system-deps package-test
	packaging/package-test

lock: ## resolve requirements.lock anew (needs uv)
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
		--custom-compile-command "make lock" \
		--group dev --group package pyproject.toml packaging/build-requirements.in --output-file requirements.lock

clean: ## remove what chores have made
	rm -rf .venv build dist demo .ruff_cache .hypothesis
