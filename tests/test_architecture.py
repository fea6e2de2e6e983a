"""The house rules of docs/architecture.md, kept by machine."""

import subprocess
import sys
from configparser import ConfigParser
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
LONGEST_FILE = 500


def test_nobody_imports_across_the_layers() -> None:
    assert lint_imports(str(ROOT / "setup.cfg"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("planner", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(imports).prepare()


def test_the_command_line_starts_without_qt() -> None:
    script = "import sys, planner.cli; print([name for name in sys.modules if name.startswith('PySide6')])"
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


def test_every_package_and_data_file_is_installed() -> None:
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg")
    named = set(setup["options"]["packages"].split())
    found = {".".join(file.parent.relative_to(ROOT).parts) for file in (ROOT / "planner").rglob("*.py")}
    assert named == found | {"planner.resources"}


def test_files_stay_short_enough_to_read() -> None:
    files = [file for folder in ("planner", "tools") for file in (ROOT / folder).rglob("*.py")]
    lengths = {file.relative_to(ROOT): len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert {file: lines for file, lines in lengths.items() if lines > LONGEST_FILE} == {}
