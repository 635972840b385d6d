# The moment the sample is seen at, so that it never rots.
AS_OF := 2026-03-11T14:30-04:00

JOBS ?= auto
PYTEST := .venv/bin/pytest -n $(JOBS)

.DEFAULT_GOAL := site
.PHONY: site test lint proof lock clean

site: ## Set everything up, then build the sample into site/.
	@.ci/set-up .venv/bin/casewright build --as-of "$(AS_OF)"

test: ## Set everything up, then run every test.
	@.ci/set-up --tests $(PYTEST)

lint: ## Check style and types.
	@.ci/set-up .venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy

proof: ## Try far more than `make test` does, in about an hour, and print the counts.
	@.ci/set-up --tests .venv/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r tests/proof/requirements.lock
	@$(PYTEST) --hypothesis-profile=proof tests/proof

COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade
lock: ## Write the locks anew from pyproject.toml (wants uv).
	$(COMPILE) --group dev --output-file generator/requirements.lock pyproject.toml
	$(COMPILE) --group pyproject.toml:proof --constraints generator/requirements.lock --output-file tests/proof/requirements.lock
	$(COMPILE) --group pyproject.toml:audit --output-file .github/pip-audit.lock

clean: ## Remove what builds and tests wrote; .venv stays.
	find site -mindepth 1 ! -name .gitignore -delete
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
