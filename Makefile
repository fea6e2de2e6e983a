# make run opens the program, make test runs the tests; either does all set-up first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
SAMPLE := build/sample.agenda
SAMPLE_PDF := build/sample-agenda.pdf
WINDOW_PICTURE := build/main-window.png

.DELETE_ON_ERROR:
.PHONY: setup run test check bench clean system-libraries

setup: $(READY)

# Looked for each time, as it takes a blink; but only a change of the two files below sets up anew.
system-libraries:
	@$(PYTHON) tools/system_libraries.py

$(READY): setup.cfg constraints.txt | system-libraries
	@echo "Making the Python environment in $(VENV) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@echo "Installing the packages that constraints.txt names ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(SAMPLE): | $(READY)
	@mkdir -p $(@D)
	@echo "Making the sample meeting $@ ..."
	@$(BIN)/python main.py new $@ --sample > /dev/null

run: $(READY) $(SAMPLE)
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(MAKE) --no-print-directory run-without-screen; \
	else \
		echo "Opening $(SAMPLE) ..."; \
		$(BIN)/python main.py $(SAMPLE); \
	fi

.PHONY: run-without-screen
run-without-screen: $(READY) $(SAMPLE)
	@echo "There is no screen here: exporting the sample's agenda and a picture of the main window instead ..."
	@rm -f $(SAMPLE_PDF) $(WINDOW_PICTURE)
	@$(BIN)/python main.py export $(SAMPLE) --as agenda-pdf --out $(SAMPLE_PDF) > /dev/null
	@$(BIN)/python main.py screenshot $(SAMPLE) --out $(WINDOW_PICTURE) > /dev/null
	@echo "Draft agenda: $(CURDIR)/$(SAMPLE_PDF)"
	@echo "Main window:  $(CURDIR)/$(WINDOW_PICTURE)"

test: $(READY)
	@echo "Running the tests ..."
	@$(BIN)/python -m pytest

check: $(READY)
	@echo "Checking style ..."
	@$(BIN)/ruff check .
	@echo "Checking types ..."
	@$(BIN)/mypy
	@echo "Checking who imports whom ..."
	@$(BIN)/lint-imports --no-logo

bench: $(READY)
	@$(BIN)/python tests/benchmarks/run.py

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
