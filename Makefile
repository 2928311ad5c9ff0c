# Two commands do everything on a machine that has Swift 6.2 or later: `make demo` and `make test`.
SHELL := /bin/sh
.DEFAULT_GOAL := help
STATIC := -Xswiftc -static-executable
RELEASE := .build-release
MESHGEN := $(RELEASE)/release/meshgen
CHECK_IMPORTS := --explicit-target-dependency-import-check error

.PHONY: help
help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 18

.PHONY: demo
demo: release ## build a release, compile an example into demo/, and show what came out
	$(MESHGEN) build topologies/sail/multi-primary-multi-network.yaml --out demo
	@find demo | LC_ALL=C sort | sed -e 's|[^/]*/|  |g'

# The tests of the disk run one by one: a process that another test has only just started holds, for a moment, the
# locks of the process that started it.
.PHONY: test
test: testdependencies ## build with every check on, and run all tests
	swift build --build-tests $(CHECK_IMPORTS)
	swift test --skip-build --skip FileTreesTests
	swift test --skip-build --no-parallel --filter FileTreesTests

.PHONY: accept
accept: testdependencies ## take what is compiled now for the goldens; read the diff before you commit it
	-MESHGEN_ACCEPT=1 swift test --quiet --filter FindingCodeTests
	-MESHGEN_ACCEPT=1 swift test --quiet --filter 'GoldenTests|CertificatePlanTests|MigrationTests'
	swift test --filter MeshCompilerTests
	git status --short golden topologies

.PHONY: release
release: dependencies ## build .build-release/release/meshgen, one file that needs nothing installed
	swift build --configuration release --product meshgen --scratch-path $(RELEASE) $(STATIC)

.PHONY: certs
certs: dependencies ## build .build-release/release/meshgen-certs, which verifies issued certificates; takes some minutes
	swift build --configuration release --product meshgen-certs --scratch-path $(RELEASE) -Xswiftc -static-stdlib

.PHONY: bench
bench: release ## time meshgen beside cp, jsonnet and kubectl kustomize; takes some minutes
	python3 scripts/bench.py $(MESHGEN)

.PHONY: format
format: ## format all sources
	swift format --in-place --recursive Sources Tests Package.swift

.PHONY: lint
lint: ## check the format of all sources
	swift format lint --strict --recursive Sources Tests Package.swift

.PHONY: man
man: release ## write the manual pages to man/ and shell completions to completions/
	@mkdir -p man completions
	swift package --allow-writing-to-directory man generate-manual --multi-page --output-directory man
	$(MESHGEN) --generate-completion-script bash > completions/meshgen.bash
	$(MESHGEN) --generate-completion-script zsh > completions/_meshgen
	$(MESHGEN) --generate-completion-script fish > completions/meshgen.fish

.PHONY: testdependencies
testdependencies:
	@scripts/dependencies.sh tests

.PHONY: dependencies
dependencies:
	@scripts/dependencies.sh
