# The tasks of the project. Every one works in a bare clone and sets up what is missing; see CONTRIBUTING.md.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
PYTHON ?= python3

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c

build := .build

# Runs all tests, with options for swift, and others for the run alone; prints what fails and how many there were. The notice
# that a test begins has its arguments in it, and ends lines below where these hold lines.
run-tests = $(SWIFT) build --quiet --build-tests $(1) && \
  $(SWIFT) test --skip-build --disable-xctest $(1) $(2) 2>&1 | awk 'begins && !/^(◇|✔|✘|↳|➜)/ { begins = !/ started\.$$/; next } \
    { begins = /^◇/ && !/ started\.$$/ } \
    /Test run with/ || !/^(◇|✔|↳ (Testing Library|Target Platform)|\[[0-9])/'

# Installs Debian packages, as root or through sudo.
install-packages = sudo=; test "$$(id -u)" = 0 || sudo=sudo; \
  echo "Installing Debian packages: $(1)"; \
  $$sudo apt-get update -qq >/dev/null && \
  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null

.PHONY: all demo test end-to-end pages install install-built install-library-built deb dist packages bench bench-audit audit-kills audit-page \
  corpus-audit fuzz lint imports mutations oracle reports-oracle presidio library library-test editor-test sanitize \
  sanitize-threads documentation generate setup test-tools
.DEFAULT_GOAL := all

# The program, with the Swift libraries inside: it needs Debian's libxml2, nettle, PCRE2, ICU and gumbo only, SQLite where
# it is to audit, GMime where it is to read messages, and libarchive where archives.
all: setup
	@$(SWIFT) build --quiet -c release --static-swift-stdlib --product caveat

# Check a shipped sample: the report on the screen, the XML beside it.
demo: all
	@$(build)/release/caveat check --format text --format xml --output $(build)/demo.xml --fail-on never \
	  docs/sample-cable.txt
	@echo
	@echo "The same report as XML: $(build)/demo.xml"

# All tests: units, rule examples, golden files, and the program as a user runs it.
test: setup test-tools
	@$(call run-tests,)
	@Tests/end-to-end.sh "$$($(SWIFT) build --show-bin-path)/caveat"
	@Tests/pages.py "$$($(SWIFT) build --show-bin-path)/caveat"

# The program as a user runs it.
end-to-end: all pages test-tools
	@Tests/end-to-end.sh $(build)/release/caveat

# What README.md and docs/ show is what happens; RECORD=1 writes the pages anew.
pages: all test-tools
	@Tests/pages.py $(build)/release/caveat

install: all install-built
	@echo "Installed: $(DESTDIR)$(PREFIX)/bin/caveat"

# The parts of it, from a program that was built before.
install-built:
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	@install -m 755 $(build)/release/caveat "$(DESTDIR)$(PREFIX)/bin/caveat"
	@install -m 644 docs/caveat.1 "$(DESTDIR)$(PREFIX)/share/man/man1/caveat.1"
	@install -m 644 docs/completions/caveat.bash "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/caveat"
	@install -m 644 docs/completions/_caveat "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_caveat"
	@install -m 644 docs/completions/caveat.fish "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/caveat.fish"

# The library and its header, from those that were built before.
LIBDIR ?= $(PREFIX)/lib
install-library-built:
	@install -d "$(DESTDIR)$(LIBDIR)/pkgconfig" "$(DESTDIR)$(PREFIX)/include"
	@install -m 644 $(build)/library/libcaveat.so.0 "$(DESTDIR)$(LIBDIR)/libcaveat.so.0"
	@ln -sf libcaveat.so.0 "$(DESTDIR)$(LIBDIR)/libcaveat.so"
	@install -m 644 $(build)/library/caveat.h "$(DESTDIR)$(PREFIX)/include/caveat.h"

# Debian packages of the program and the library, and a release: tarball, bill of materials, wheel for Python, SHA256SUMS.
# They lie in $(build)/packages.
deb: all library
	@command -v dpkg-shlibdeps >/dev/null || { $(call install-packages,dpkg-dev); }
	@Packaging/debian/build.sh

dist: all library
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { $(call install-packages,python3-venv); }
	@Packaging/dist.sh

# What others install and run: hooks, actions, packages, man page and completions, each held against its validator.
packages: all library
	@for tool in mandoc zsh fish lintian git cc; do \
	  command -v $$tool >/dev/null || { $(call install-packages,mandoc zsh fish lintian git dpkg-dev gcc libc6-dev); break; }; done
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { $(call install-packages,python3-venv); }
	@$(MAKE) --no-print-directory --silent $(build)/validators/ready || { \
	  $(build)/validators/bin/pip download --quiet --no-deps --dest $(build)/validators/try pip 2>/dev/null && exit 1; \
	  echo 'NOTICE: no package registry can be reached; what needs validators from there is left out'; }
	@Tests/packages.sh $(build)/release/caveat $(build)/validators
	@Tests/pipeline.sh $(build)/release/caveat $(build)/validators

$(build)/validators/ready: Tests/oracle/requirements-packages.txt
	@$(PYTHON) -m venv $(build)/validators
	@$(build)/validators/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# libcaveat, for programs in C and whatever can call it (docs/library.md): the library and its header in .build/library.
library: setup
	@$(SWIFT) build --quiet -c release --static-swift-stdlib --product caveat-library
	@install -d $(build)/library
	@install -m 755 $(build)/release/libcaveat-library.so $(build)/library/libcaveat.so.0
	@ln -sf libcaveat.so.0 $(build)/library/libcaveat.so
	@install -m 644 Sources/CCaveat/caveat.h $(build)/library/caveat.h

# The library used by programs in C and C++, and the package for Python.
library-test: all library
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { $(call install-packages,python3-venv); }
	@command -v cc >/dev/null && command -v c++ >/dev/null || { $(call install-packages,gcc g++ libc6-dev); }
	@PYTHON=$(PYTHON) Tests/library/test.sh $(build)/release/caveat $(build)/library $(build)/library/test

# `caveat lsp` as an editor uses it.
editor-test: all $(build)/editor/ready
	@CAVEAT=$(build)/release/caveat $(build)/editor/bin/pytest -q -p no:cacheprovider -c Tests/editor/pytest.ini Tests/editor \
	  | awk '{ print } / passed/ { match($$0, /[0-9]+ passed/); print substr($$0, RSTART, RLENGTH) ", 0 failed" }'

$(build)/editor/ready: Tests/editor/requirements.txt
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { $(call install-packages,python3-venv); }
	@$(PYTHON) -m venv $(build)/editor
	@$(build)/editor/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

bench: setup
	@$(SWIFT) build --quiet -c release --static-swift-stdlib --product bench
	@$(build)/release/bench

# An audit of DOCUMENTS fictional cables, a third of them with something wrong, from a TAR archive: it is made in a temporary
# folder. Prints the time and the memory, of a tenth as many as well.
DOCUMENTS ?= 250000
bench-audit: all
	@$(SWIFT) build --quiet -c release --static-swift-stdlib --product bench
	@Tests/bench-audit.sh $(build)/release/caveat $(build)/release/bench $(DOCUMENTS)

# Audits of CABLES fictional cables that are killed KILLS times, and as many kills of their workers.
KILLS ?= 50
CABLES ?= 20000
audit-kills: all
	@$(SWIFT) build --quiet -c release --static-swift-stdlib --product bench
	@Tests/audit-kills.sh $(build)/release/caveat $(build)/release/bench $(CABLES) $(KILLS)

# The HTML report of an audit in a browser, judged by axe-core; screenshots lie in $(build)/page.
audit-page: all
	@command -v chromium >/dev/null || { $(call install-packages,chromium); }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { $(call install-packages,python3-venv); }
	@test -d $(build)/page || { $(PYTHON) -m venv $(build)/page && \
	  $(build)/page/bin/pip install --quiet --disable-pip-version-check axe-core-python==0.1.0; }
	@$(build)/page/bin/python Tests/audit-page.py $(build)/release/caveat $(build)/page

# The figures of docs/corpus-audit.md, from an audit of the released documents beside the project.
corpus-audit: all
	@$(PYTHON) Tests/corpus-audit.py $(build)/release/caveat ../shared/corpus docs/corpus-audit.md

# Fuzzing, SECONDS for each target.
SECONDS ?= 60
fuzz: setup
	@Tests/Fuzz/run.sh $(SECONDS)

lint:
	@$(SWIFT) format lint --strict --recursive Sources Tests Plugins Package.swift

# Every target declares what it imports.
imports: setup
	@$(SWIFT) build --quiet --explicit-target-dependency-import-check error

# What the sanitizers leave out: suites that repeat the same calls over thousands of documents, and those that release one
# layout after another. They take minutes and touch no memory and no pair of threads that the others do not; the fuzz targets
# run the readers and the releases over such input with the address sanitizer as well.
repeating = AcceptanceTests|DocumentationTests|MutationTests|ODNITests|RepairTests|RuleExamplesTests|ResidueTests|EvaluatorAgreementTests|RollUpVerdictTests|$(vectors)
vectors = RollUpVectorTests|RenderingVectorTests|RollUpLawTests|TranscribedRollUpTests|RoundTripTests|RuleReferenceTests
layouts = IdempotencyTests|ContinuationTests|PortionLeadTests|QuotedTelegramTests|CellPortionTests|RowMarkTests|DamagedMarkingTests|ReleaseGrowthTests
unsanitized = $(repeating)|$(layouts)

# What shares something between threads: libxml2's state, tables that are made once, signals and temporary files. Readers,
# rule sets, detectors, reports, policies and the commands are each used by some of these. The same touch every library in C
# and every place that says `unsafe`, but for the audit's.
sharing = (Guarding|LanguageServer|MailKit|MarkingGrammar|Reporting|RuleEngine|TextKit|XMLKit)Tests[.]
judging = (Checking|Commands|Detection|Documents)Tests[.](BadInput|Check|Checker|Form|Header|LabelledXML|MarkedReader|Message|MixedProfile|OddBanner|Output|PaperDate|Paragraph|ReportFile|RollUp|Term)Tests/
releasing = RedactionTests[.](Release|TelegramRelease|MarkupRelease|MailRelease|Ledger|VaughnIndex)Tests/

# The tests under the address sanitizer. What Swift makes once and keeps is no leak, but the leak detector does not follow
# the tagged pointers that some of it is kept by: it is off. Workers that hang are left out: it is the clock that judges them,
# which a sanitizer on a busy machine stretches beyond measure.
sanitize: setup test-tools
	@export ASAN_OPTIONS=detect_leaks=0; $(call run-tests,--sanitize=address --scratch-path $(build)/address,\
	  --filter '^($(sharing)|$(judging)|$(releasing)|AuditTests[.])' --skip '$(unsanitized)|CrewTests')

# One build serves the thread sanitizer and the pages for developers: the compiler writes the symbols beside it.
symbols = $(abspath $(build))/thread/symbols
threaded = --sanitize=thread --scratch-path $(build)/thread -Xswiftc -emit-symbol-graph \
  -Xswiftc -emit-symbol-graph-dir -Xswiftc $(symbols) -Xswiftc -symbol-graph-minimum-access-level -Xswiftc package

# The tests side by side, while the sanitizer for threads watches what they share. The program has no threads of its own,
# its library is called from those of others; a pair of threads is seen in the first test that has it. What workers do
# between processes no sanitizer for threads sees.
sanitize-threads: setup test-tools
	@mkdir -p $(symbols)
	@$(call run-tests,$(threaded),\
	  --filter '^($(sharing)|$(judging)|$(releasing))' --skip '$(unsanitized)')

# The reports and the rule engine against engines that are not ours, with some released telegrams where they are there;
# verdicts on 100,000 markings made by chance against ODNI's rules written a second time; released messages as another
# program reads them.
oracle_files = Reports/samples/*.txt docs/sample-cable.txt $(wildcard ../shared/samples/*.txt) \
  $(wordlist 1,40,$(sort $(wildcard ../shared/corpus/aad-telegrams/*.txt)))
oracle: all reports-oracle $(build)/oracle/ready
	@$(build)/oracle/bin/python Tests/oracle/validate-reports.py $(build)/release/caveat $(oracle_files)
	@$(build)/oracle/bin/python Tests/oracle/compare-svrl.py $(build)/release/caveat $(oracle_files)
	@$(build)/oracle/bin/python Tests/oracle/compare-random.py --count 100
	@$(build)/oracle/bin/python Tests/oracle/redact-markup.py $(build)/release/caveat
	@$(PYTHON) Tests/oracle/compare-markings.py $(build)/release/caveat
	@$(PYTHON) Tests/oracle/compare-mail.py $(build)/release/caveat

# Both evaluators over a hundred thousand changed documents; `make test` takes a thousand. It builds all tests for release.
mutations: setup
	@MUTATIONS=100000 $(SWIFT) test --quiet -c release -Xswiftc -enable-testing --filter EvaluatorOracleTests

$(build)/oracle/ready: Tests/oracle/requirements.txt
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { $(call install-packages,python3-venv); }
	@command -v jing >/dev/null || { $(call install-packages,jing default-jre-headless); }
	@$(PYTHON) -m venv $(build)/oracle
	@$(build)/oracle/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# The reports for services against the validators of others; left out, with a notice, only where no package can be had.
reports-oracle: all
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { $(call install-packages,python3-venv); }
	@command -v jing >/dev/null || { $(call install-packages,jing default-jre-headless); }
	@command -v xmllint >/dev/null || { $(call install-packages,libxml2-utils); }
	@$(MAKE) --no-print-directory --silent $(build)/reports-oracle/ready || { \
	  $(build)/reports-oracle/bin/pip download --quiet --no-deps --dest $(build)/reports-oracle/try pip 2>/dev/null && exit 1; \
	  echo 'NOTICE: no package registry can be reached; the reports were not held against the validators of others'; exit 0; }; \
	if test -e $(build)/reports-oracle/ready; then \
	  $(build)/reports-oracle/bin/python Tests/oracle/validate-services.py $(build)/release/caveat \
	    $(build)/reports-oracle $(oracle_files); fi

# Jenkins' schema of JUnit reports stands in the sources of pytest, Windy Road's in those of OUnit.
$(build)/reports-oracle/ready: Tests/oracle/requirements-reports.txt Tests/oracle/fetch-junit-schema.sh
	@$(PYTHON) -m venv $(build)/reports-oracle
	@$(build)/reports-oracle/bin/pip install --quiet --disable-pip-version-check -r $<
	@$(build)/reports-oracle/bin/pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
	  --dest $(build)/reports-oracle pytest==8.4.2
	@tar -xzf $(build)/reports-oracle/pytest-8.4.2.tar.gz -C $(build)/reports-oracle --strip-components=3 \
	  pytest-8.4.2/testing/example_scripts/junit-10.xsd
	@Tests/oracle/fetch-junit-schema.sh $(build)/reports-oracle
	@touch $@

# Our detectors against Presidio's on the same texts with labels (it takes 400 MB of packages).
presidio: setup $(build)/presidio/ready
	@LABELLED=$(abspath $(build))/labelled.jsonl $(SWIFT) test --quiet --filter dataForOthers >/dev/null
	@$(build)/presidio/bin/python Tests/oracle/compare-presidio.py $(build)/labelled.jsonl

$(build)/presidio/ready:
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { $(call install-packages,python3-venv); }
	@$(PYTHON) -m venv $(build)/presidio
	@$(build)/presidio/bin/pip install --quiet --disable-pip-version-check presidio-analyzer==2.2.366
	@touch $@

# The pages of the libraries for developers, by DocC: .build/documentation/Caveat.doccarchive.
documentation: setup
	@mkdir -p $(symbols)
	@$(SWIFT) build --quiet $(threaded)
	@SWIFT=$(SWIFT) Tests/documentation.sh $(symbols)

# Everything that is committed and made by a program: man page, completions, rule pages, golden reports.
generated = TableTests|GoldenReportTests|SampleReportTests|RuleReferenceTests|ODNICoverageTests|QualityTests
generate: setup
	@RECORD=1 $(SWIFT) test --quiet --filter '$(generated)' >/dev/null || true
	@$(SWIFT) test --quiet --filter '$(generated)'

setup:
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.2 or newer is needed: https://www.swift.org/install"; exit 1; }
	@pkg-config --exists libxml-2.0 nettle libpcre2-8 icu-i18n gumbo gmime-3.0 zlib sqlite3 libarchive 2>/dev/null || { $(call install-packages,\
	  libxml2-dev nettle-dev libpcre2-dev libicu-dev libgumbo-dev libgmime-3.0-dev zlib1g-dev libsqlite3-dev \
	  libarchive-dev pkg-config); }

# What the tests run beside the program: scripts, and `patch` on the diffs of `caveat fix`.
test-tools:
	@for tool in patch python3; do command -v $$tool >/dev/null || { $(call install-packages,patch python3); break; }; done
