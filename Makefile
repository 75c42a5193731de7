# The recipes of everyday work; each is one command that can be run by hand as well.
PYTHON = .venv/bin/python

.PHONY: setup lint types layers test docs golden picture examples score bench

setup:     ; python3 start.py tests
lint:      ; $(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check .
types:     ; $(PYTHON) -m mypy
layers:    ; .venv/bin/lint-imports
test:      ; $(PYTHON) -m pytest
docs:      ; $(PYTHON) docs/generate.py && $(PYTHON) -m mkdocs build --strict
golden:    ; $(PYTHON) -m pytest tests/golden --update-golden
picture:   ; $(PYTHON) docs/picture.py
examples:  ; python3 start.py examples
score:     ; $(PYTHON) tests/quality/scoreboard.py; for each in us_travels plover_gsr; do echo; $(PYTHON) tests/outside/$$each.py; done
# numpy takes the kernels for the processor that it finds, whatever the shell names for other work.
bench:     ; env -u OPENBLAS_CORETYPE OPENBLAS_NUM_THREADS=1 $(PYTHON) benchmarks/reading.py $(if $(PAGES),--pages $(PAGES) --every 4)
