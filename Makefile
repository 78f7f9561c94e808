# run: the dashboard on this machine · backup, restore: the whole store · test: everything that must hold · the rest is for developers.
.PHONY: run backup restore test bench load lock audit format clean

run:
	@tools/environment run
	@echo "→ Chuẩn bị cơ sở dữ liệu · Preparing the database"
	@.venv/bin/python -m storage demo
	@echo "→ Mở trang; dừng bằng Ctrl+C · Serving; stop with Ctrl+C"
	@exec .venv/bin/streamlit run app.py

test:
	@tools/system_packages
	@tools/environment test
	@tools/check

# One file for the whole store, written while the pages are served; FILE=… names it.
backup:
	@tools/environment run
	@mkdir -p data/backups
	@.venv/bin/python -m storage backup --out "$(or $(FILE),data/backups/$(shell date +%Y-%m-%d-%H%M%S).zip)"

# Into an empty store: make restore FILE=…
restore:
	@tools/environment run
	@.venv/bin/python -m storage restore $(if $(FILE),"$(FILE)")

bench:
	@tools/system_packages
	@tools/environment test
	@.venv/bin/python -m benchmarks

load:
	@tools/system_packages
	@tools/environment test
	@.venv/bin/python -m benchmarks.load

lock:
	@tools/environment test
	.venv/bin/uv pip compile $(LOCK) requirements.in --output-file requirements.txt
	.venv/bin/uv pip compile $(LOCK) requirements-dev.in --output-file requirements-dev.txt

LOCK = --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock"

# Known weaknesses of the locked packages; needs the network, and fails where a package could not be asked about.
audit:
	@python3 -m venv build/audit
	@build/audit/bin/pip install --quiet pip-audit==2.10.1
	@build/audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements.txt -r requirements-dev.txt

format:
	@tools/environment test
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

clean:
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
