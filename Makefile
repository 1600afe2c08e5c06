# Every target shares one set-up: .venv, made when it is missing or pyproject.toml has changed.
#   make demo    lint the made-up company's decks, PDFs and website, and write an HTML report
#   make test    run the tests          make lint    ruff and mypy
#   make bench   run the benchmarks     make clean   remove what the targets wrote

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
STAMP := $(VENV)/.installed
DEMO := build/demo
export MSGLINT_CACHE_DIR := $(CURDIR)/build/cache

.PHONY: demo test lint bench clean

demo: $(STAMP)
	@mkdir -p $(DEMO)
	@echo "Checking the fixtures of a made-up company; the first run takes about half a minute."
	@$(RUN) -m msglint check fixtures/decks fixtures/pdfs fixtures/site --messaging master_messaging.yaml \
		--format html=$(DEMO)/report.html --format json=$(DEMO)/report.json --format sarif=$(DEMO)/report.sarif \
		--format text > $(DEMO)/report.txt || { code=$$?; test $$code -eq 1 || exit $$code; }
	@echo
	@tail -n 24 $(DEMO)/report.txt
	@echo
	@echo "The whole report: $(DEMO)/report.html (open it in a browser), as text $(DEMO)/report.txt"

test: $(STAMP)
	$(RUN) -m pytest -n 2 --dist loadscope

lint: $(STAMP)
	$(RUN) -m ruff check .
	$(RUN) -m mypy

bench: $(STAMP)
	$(RUN) benchmarks/fixtures.py
	$(RUN) benchmarks/judge.py
	$(RUN) benchmarks/start_up.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# torch goes first: pinned on its own, pip takes the CPU build from an index that offers one.
$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "msglint needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python has no venv module; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(RUN) -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[dev,fixtures]'
	@touch $@
