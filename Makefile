# Every command sets up .venv by itself and only when a lock file or pyproject.toml changed.
# PYTHON=/path/to/python chooses the interpreter; pip reads your own configuration (mirrors, certificates).

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test test-fast proof bench lint format lock clean
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV

IN := .venv/bin
PIP := $(IN)/python -m pip --disable-pip-version-check --no-input install --quiet
LOCK := $(IN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

# When its Python was removed or replaced, .venv does not run any more: make it anew.
$(shell [ ! -d .venv ] || $(IN)/python -c '' 2>/dev/null || rm -rf .venv)

help:
	@echo 'make run        start everything on this machine (first time: about half a minute of setup)'
	@echo 'make test       lint, then all tests, on SQLite, PostgreSQL and Valkey'
	@echo 'make test-fast  on SQLite only, without starting processes'
	@echo 'make proof      the long runs: fuzzing, faults, many more examples'
	@echo 'make bench      the benchmarks'
	@echo 'make lint       ruff, mypy, import-linter      make format   ruff, changing files'
	@echo 'make lock       compile the lock files anew    make clean    remove .venv and caches'

run: .venv/runtime
	@exec $(IN)/escalator up

test: lint
	$(IN)/python -m pytest -m 'not proof'

# On SQLite only, and without what starts processes.
test-fast: .venv/dev
	$(IN)/python -m pytest -m 'not slow and not proof' -k 'not postgresql'

# Hypothesis marks its own tests: they run again, with many more examples.
proof: .venv/dev
	$(IN)/python -m pytest -m 'proof or hypothesis' --hypothesis-profile=proof

bench: .venv/dev
	@for each in bench/*.py; do \
		if [ -e "$$each" ]; then echo "== $$each"; $(IN)/python -m "bench.$$(basename "$$each" .py)" || exit 1; fi; \
	done

lint: .venv/dev
	$(IN)/ruff check .
	$(IN)/ruff format --check .
	$(IN)/mypy
	$(IN)/lint-imports

format: .venv/dev
	$(IN)/ruff check --fix .
	$(IN)/ruff format .

# Changes no more than pyproject.toml asks for; `make lock UPGRADE=--upgrade` takes the newest of everything.
# setuptools is in the locks because it installs the package itself.
lock: .venv/dev
	echo 'setuptools>=77' | $(LOCK) $(UPGRADE) pyproject.toml - --output-file requirements.txt
	echo 'setuptools>=77' | $(LOCK) $(UPGRADE) pyproject.toml - --extra dev --constraint requirements.txt \
		--output-file requirements-dev.txt

clean:
	rm -rf .venv *.egg-info build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/runtime: requirements.txt pyproject.toml | .venv/bin/python
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements-dev.txt pyproject.toml | .venv/bin/python
	@echo 'Installing what the tests need into .venv ...'
	@$(PIP) --require-hashes -r requirements-dev.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/bin/python:
	@for python in "$(PYTHON)" python3.13 python3.12 python3.11 python3; do \
		if [ -n "$$python" ] && "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
		then break; fi; python=; \
	done; \
	if [ -z "$$python" ]; then \
		echo 'Escalator needs Python 3.11 or newer: install it, or say make PYTHON=/path/to/python' >&2; exit 1; \
	fi; \
	echo "Setting up .venv with $$("$$python" --version) ..."; \
	"$$python" -m venv .venv || { rm -rf .venv; \
		echo 'Could not make a virtual environment; on Debian and Ubuntu install python3-venv.' >&2; exit 1; }
