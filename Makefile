# `make` alone says what there is. Everything that is downloaded or built stands in .build/ and .outils/, outside git.

.DEFAULT_GOAL := help
SHELL := /bin/bash -o pipefail
.PHONY: help site build test lint format libraries tools test-swift test-command test-pages test-browser screenshots relevance bench-search bench theme-reference

PIVOT := .build/release/pivot
PYTEST := .outils/venv/bin/python -m pytest
SWIFT_FOLDERS := Package.swift Sources Tests
# Debian's own interpreter comes with the package python3-venv; another one may stand before it in PATH.
PYTHON := $(firstword $(wildcard /usr/bin/python3) python3)
# With Swift's own libraries in it, the command runs on machines without Swift, and a twentieth faster. The usual linker
# would warn of a function in them that Pivot does not call; the toolchain's other one does not. mimalloc hands out memory
# in the place of the C library: a portal of 4,500 sheets is built a tenth faster.
STATIC := --static-swift-stdlib -Xswiftc -Xclang-linker -Xswiftc -fuse-ld=lld -Xlinker -lmimalloc
STRICT := -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error

help:
	@echo "The portal:"
	@echo "  make site          builds the command, then the portal into site/public/"
	@echo "  make test          runs every check below, in this order; CI runs the same"
	@echo "  make format        formats the Swift code as 'make lint' wants it"
	@echo "  make theme-reference   writes the end of themes/README.md, after a change of views or of the theme"
	@echo "Single checks, fast when run again:"
	@echo "  make lint          the formatter's opinion of the Swift code"
	@echo "  make test-swift    Swift tests; make test-swift FILTER=Markdown runs some of them"
	@echo "  make test-command  the command: writers' mistakes, same bytes whatever the machine"
	@echo "  make test-pages    the built pages: valid HTML, links from disk, under / and under a path"
	@echo "  make test-browser  the built pages in Chromium: accessibility, keyboard, weight, scenarios"
	@echo "                     (ARGS='-k axe' passes options to pytest in these three)"
	@echo "To look at:"
	@echo "  make screenshots   one page of each kind at three widths, light, dark, in large text, in forced colours"
	@echo "                     and on paper, and moments of use, into .outils/captures/"
	@echo "  make relevance     what the portal's search finds for 1,121 questions, by class"
	@echo "  make bench-search  what a search costs a reader and finds, beside Pagefind's"
	@echo "  make bench         time and memory of a build of 4,500 sheets, beside Hugo's"
	@echo "What a check needs is installed when it is missing: Debian packages through apt-get (as root or through"
	@echo "sudo), Python packages into .outils/."

site: build
	$(PIVOT) build .

build: libraries
	swift build -c release --product pivot $(STATIC)

# Every step runs, also after one that failed, so that one run tells all.
test:
	@failed=; for step in lint test-swift site test-command test-pages test-browser; do \
		start=$$SECONDS; echo "== make $$step"; \
		$(MAKE) --no-print-directory $$step && result=passed || { result=FAILED; failed="$$failed $$step"; }; \
		echo "== make $$step: $$result, $$((SECONDS - start)) s"; done; \
	if [ -n "$$failed" ]; then echo "Failed:$$failed"; exit 1; fi

lint:
	swift format lint --strict --recursive $(SWIFT_FOLDERS)

# What stands before the reference is written by hand.
theme-reference: libraries
	swift build --product pivot
	sed -i '/^# Référence du thème/,$$d' themes/README.md
	.build/debug/pivot schema >> themes/README.md

format:
	swift format --in-place --recursive $(SWIFT_FOLDERS)

test-swift: libraries .outils/commonmark.json .outils/mustache-spec
	swift test $(STRICT) $(if $(FILTER),--filter $(FILTER))

test-command: build tools
	$(PYTEST) Tests/Command $(ARGS)

test-pages: tools
	$(PYTEST) Tests/Site $(ARGS)

test-browser: tools
	$(PYTEST) Tests/Browser $(ARGS)

screenshots: tools
	.outils/venv/bin/python Tests/Browser/screenshots.py $(ARGS)

relevance: build tools
	$(PIVOT) build .
	$(PYTEST) Tests/Browser/test_search_relevance.py -s $(ARGS)

bench-search: build .outils/bench/installed
	swift build -c release --product search-lab $(STATIC)
	.outils/bench/bin/python Tests/Bench/search.py $(ARGS)

bench: build .outils/bench/installed
	.outils/bench/bin/python Tests/Bench/bench.py --pivot $(PIVOT) $(ARGS)

# Two suites of examples that the project does not contain: their packages are asked when the tests first run.
.outils/commonmark.json: Tests/Tools/fetch-commonmark.py | .outils/venv/installed
	.outils/venv/bin/python $<
	@touch $@

.outils/mustache-spec: Tests/Tools/fetch-mustache-spec.py | .outils/venv/installed
	.outils/venv/bin/python $<
	@touch $@

libraries:
	@.ci/need /usr/include/cmark.h=libcmark-dev /usr/include/libstemmer.h=libstemmer-dev /usr/include/mimalloc.h=libmimalloc-dev

tools: .outils/venv/installed
	@.ci/need chromium=chromium linkchecker=linkchecker java=default-jre-headless vipsthumbnail=libvips-tools

.outils/venv/installed: Tests/requirements.txt
.outils/bench/installed: Tests/Bench/requirements.txt
.outils/%/installed:
	@.ci/need /usr/bin/python3=python3
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || .ci/need python3-venv
	@echo "Installing $< into .outils/$*"
	@rm -rf .outils/$* && $(PYTHON) -m venv .outils/$* && .outils/$*/bin/pip install --quiet --disable-pip-version-check -r $< 2>&1 | sed '/DEPRECATION/d'
	@touch $@
