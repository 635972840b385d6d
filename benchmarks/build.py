"""How long the sample takes to build, with one process and with one a core, with papers as PDF and without."""

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from workspaces import AS_OF, REPOSITORY

WAYS = {
    "1 job": ["--jobs", "1"],
    "2 jobs": ["--jobs", "2"],
    "1 job, no PDF": ["--jobs", "1", "--no-pdf"],
    "2 jobs, no PDF": ["--jobs", "2", "--no-pdf"],
}


def memory(process: int) -> int:
    """KiB held by a process and those below it, shared pages counted once; 0 where /proc does not tell."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    own = next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return own + sum(memory(int(child)) for child in children)


def build(out: Path, options: list[str]) -> tuple[float, int]:
    """Builds the sample into a folder: seconds, and the most memory that was held, in KiB."""
    command = [sys.executable, "-m", "generator", "build", "--as-of", AS_OF, "--out", str(out), *options]
    begun, peak = time.perf_counter(), 0
    running = subprocess.Popen(command, cwd=REPOSITORY, stderr=subprocess.DEVNULL)
    while running.poll() is None:
        peak = max(peak, memory(running.pid))
        time.sleep(0.05)
    if running.returncode:
        raise SystemExit(f"The build ended with {running.returncode}.")
    return time.perf_counter() - begun, peak


def main() -> None:
    """Prints a row for each way to build."""
    print(f"{'':15} {'seconds':>8} {'HTML':>6} {'PDF':>7} {'files a second':>15} {'memory':>9}")
    for name, options in WAYS.items():
        with TemporaryDirectory(prefix="casewright-benchmark-") as folder:
            out = Path(folder) / "site"
            took, peak = build(out, options)
            pages, papers = (len(list(out.rglob(f"*.{ending}"))) for ending in ("html", "pdf"))
        rate = f"{(pages + papers) / took:.1f}"
        print(f"{name:15} {took:8.1f} {pages:6} {papers:7} {rate:>15} {peak / 1024:5.0f} MiB")


if __name__ == "__main__":
    main()
