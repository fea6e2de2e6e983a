"""The agenda as PDF, the whole command, beside LibreOffice turning the same agenda in Word into PDF."""

import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.large_meeting import write_large_meeting

RUNS = 5
SESSIONS = 88
"""Ten pages."""

MAIN = Path(__file__).resolve().parents[2] / "main.py"


def office() -> str | None:
    """LibreOffice's program, where it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def measure(program: str) -> dict[str, float]:
    """Medians of several runs in milliseconds, taken in turns after one to warm up, and their ratio."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        meeting, word = folder / "meeting.agenda", folder / "agenda.docx"
        write_large_meeting(meeting, SESSIONS)
        _run(_export(meeting, "agenda-docx", word))
        ours = _export(meeting, "agenda-pdf", folder / "agenda.pdf")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        theirs = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "office"), str(word)]
        times = [(_run(ours), _run(theirs)) for _run_number in range(RUNS + 1)][1:]
        assert (folder / "office" / "agenda.pdf").exists()
    ours_ms, office_ms = (statistics.median(taken) for taken in zip(*times, strict=True))
    return {"ratio": ours_ms / office_ms, "agenda_pdf_ms": ours_ms, "office_ms": office_ms}


def _export(meeting: Path, paper: str, out: Path) -> list[str]:
    moment = ["--as-of", "2020-11-05 18:00"]
    return [sys.executable, str(MAIN), "export", str(meeting), "--as", paper, "--out", str(out), *moment]


def _run(command: list[str]) -> float:
    # Compiled modules stay, as in an installation.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return (perf_counter() - start) * 1000
