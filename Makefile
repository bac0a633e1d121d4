# Two commands on a machine with python3 (3.11 or newer) and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := out/demo
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo test faults bench fuzz answers clean

demo: $(VENV)/.ready
	@$(BIN)/govgraph build seeds/corpus --output $(DEMO) --quiet
	@echo "The sample corpus is a graph now. Look at:"
	@echo "  $(DEMO)/index.html    the picture: click a node for its facts and the words that say so"
	@echo "  $(DEMO)/report.html   what was read, found and missed"
	@echo "  $(DEMO)/graph.ttl     the graph; $(DEMO)/tables/ the same as spreadsheets"
	@echo "Ask it:  $(BIN)/govgraph query who-holds --body 吉林市人民政府 $(DEMO)"
	@echo "         $(BIN)/govgraph explain 九解一协调 $(DEMO)"
	@echo "Three of its facts, with the characters that say so:"
	@$(BIN)/govgraph query ontology/three-facts.rq $(DEMO)

test: $(VENV)/.ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

# What the tests do in small, in full: 200 kills of builds and while decisions are saved, disks of 50 sizes, 20 pairs of
# builds at once, 2,000 documents of which 20 are poison, 1,000 damaged entries of the cache, 500 sequences of edits,
# 1,000 hostile queries (an hour; small disks need root).
faults: $(VENV)/.ready-to-test
	GOVGRAPH_CRASHES=200 GOVGRAPH_DISKS=50 GOVGRAPH_PAIRS=20 GOVGRAPH_POISON=2000 GOVGRAPH_FLIPS=1000 \
		$(BIN)/pytest tests/faults
	GOVGRAPH_KILLS=200 GOVGRAPH_SEQUENCES=500 $(BIN)/pytest tests/test_corrections.py tests/test_incremental.py
	GOVGRAPH_HOSTILE=1000 $(BIN)/pytest tests/test_serve_hostile.py

bench: $(VENV)/.ready-to-test
	@for script in bench/*.py; do [ -e "$$script" ] || continue; echo "== $$script"; $(BIN)/python "$$script" || exit 1; done

# 10,000 damaged files of each format, 2,000 texts and notices, 10,000 graphs. Guided by coverage, with atheris: see
# tests/fuzz/guided.py.
fuzz: $(VENV)/.ready-to-test
	GOVGRAPH_FILES=10000 GOVGRAPH_TEXTS=2000 $(BIN)/pytest tests/fuzz
	GOVGRAPH_GRAPHS=10000 $(BIN)/pytest tests/test_publish_formats.py -k survives

answers: $(VENV)/.ready-to-test
	$(BIN)/python -m tests.queries.answers

clean:
	rm -rf $(VENV) out build dist

$(VENV)/.ready: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) --editable .
	@touch $@

$(VENV)/.ready-to-test: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) --editable '.[dev]'
	@touch $@ $(VENV)/.ready

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("govgraph needs Python 3.11 or newer: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
