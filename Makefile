# Qantar: make run opens the app, make test runs every test. Both install the
# system packages that they need (Debian, Ubuntu); see README.md for others.
SHELL := /bin/bash
.DEFAULT_GOAL := build
.PHONY: build run test vet bench basemap pictures packages packages-check clean

# Fyne checks at run time that it is called from its own goroutine, unless a
# program says that it has been written for that rule. Fyne's font of pictures
# in texts (emoji) is left out: every style of text would read its 4 MB anew.
TAGS := migrated_fynedo,no_emoji

# The version stands in FyneApp.toml alone.
VERSION := $(shell sed -n 's/^ *Version = "\(.*\)"/\1/p' FyneApp.toml)
# The commit and its time are known where there is a repository; a "+" stands for changes.
COMMIT ?= $(shell git rev-parse HEAD 2>/dev/null && git status --porcelain 2>/dev/null | sed -n '1s/.*/+/p')
COMMIT := $(subst $() ,,$(COMMIT))
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
LDFLAGS := -X qantar/cmd/internal/version.number=$(VERSION) -X qantar/cmd/internal/version.commit=$(COMMIT) \
	-X qantar/cmd/internal/version.seconds=$(SOURCE_DATE_EPOCH)
# Who answers for the packages: NAME <ADDRESS>.
MAINTAINER ?= The Qantar authors <maintainers@qantar.invalid>

build:
	@.ci/packages build
	go build -trimpath -tags $(TAGS) -ldflags "$(LDFLAGS)" -o build/ ./cmd/qantar ./cmd/qantarctl

run: build
	@if [ "$$(uname -s)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		echo "There is no display here, so the app's opening picture is written instead:"; \
		go run -tags $(TAGS) ./cmd/qantarshot -out build/preview.png && echo "build/preview.png"; \
	else \
		build/qantar; \
	fi

# Everything with the race detector; then the window's own tests once more
# with Fyne's check of goroutines on.
test:
	@.ci/packages test
	go build ./...
	go vet ./...
	go test -race -timeout 20m -tags $(TAGS) ./...
	.ci/threads go test -count=1 -timeout 20m $$(go list -f '{{range .Deps}}{{if eq . "fyne.io/fyne/v2"}}{{$$.ImportPath}}{{end}}{{end}}' ./ui/... ./cmd/...)

# Every benchmark as a row of a table, with what it allocates.
bench:
	@set -o pipefail; go test -run '^$$' -bench . -benchmem ./assets ./store/... ./geo/... ./ui/axis ./ui/state ./ui/scene ./ui/paint ./ui/mapview \
		| CORES=$$(nproc 2>/dev/null || echo several) .ci/benchtable

# The embedded map, rebuilt from its pinned sources.
basemap:
	go run ./assets/basemap/generate

# The pictures in the README.
pictures:
	@.ci/packages build
	go run -tags $(TAGS) ./cmd/qantarshot -out assets/pictures/light.png -size 1440x900 -theme light -select almaty-city-hall-stormed
	go run -tags $(TAGS) ./cmd/qantarshot -out assets/pictures/dark.png -size 1440x900 -theme dark -at 2022-01-07T12:00 -view 76.92,43.26,11 -select almaty-airport-taken

# What is given to others, in dist: packages for Linux with checksums and a list of contents.
packages:
	@.ci/packages build
	rm -rf dist
	@VERSION='$(VERSION)' COMMIT='$(COMMIT)' SOURCE_DATE_EPOCH='$(SOURCE_DATE_EPOCH)' TAGS='$(TAGS)' LDFLAGS='$(LDFLAGS)' \
		MAINTAINER='$(MAINTAINER)' .ci/dist

# Builds them twice, the second time elsewhere and from nothing, and compares; then lets the
# checkers of desktops and distributions look at them.
packages-check: packages
	@.ci/packages packages
	.ci/reproducible
	.ci/packages-check

clean:
	rm -rf build dist
