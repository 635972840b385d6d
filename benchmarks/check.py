"""How long `casewright check` takes on 1,000 cases, against composing the same files with libyaml alone."""

import os
import subprocess
import sys
import time
from pathlib import Path

from workspaces import AS_OF, many_cases

CASES = 1000
ROUNDS = 3
TARGET = 2.0
MOST_CORES = 2
"""More than the two that a check uses would make no difference."""
COMPOSE = """
import sys, time, yaml
from pathlib import Path
begun = time.perf_counter()
for path in Path(sys.argv[1]).rglob("*.yaml"):
    yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
print(time.perf_counter() - begun)
"""


def seconds_to_check(root: Path, cores: int) -> float:
    """The whole command, from its start to its end, on that many cores at most, where the system lets us say so."""
    usable = sorted(os.sched_getaffinity(0))[:cores] if hasattr(os, "sched_getaffinity") else []
    command = [sys.executable, "-m", "generator", "check", "-C", str(root), "--as-of", AS_OF]
    begun = time.perf_counter()
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: os.sched_setaffinity(0, usable) if usable else None,
    )
    if done.returncode not in (0, 1) or done.stderr:
        raise SystemExit(done.stderr)
    return time.perf_counter() - begun


def seconds_to_compose(root: Path) -> float:
    """One process that does nothing else, its own start left out."""
    command = [sys.executable, "-c", COMPOSE, str(root)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Prints the best of each in turns, and the ratio; exits with 1 where it is above the target."""
    with many_cases(CASES) as root:
        files = list(root.rglob("*.yaml"))
        size = sum(path.stat().st_size for path in files)
        cases = sum(path.name != "customer.yaml" for path in root.glob("cases/*/*.yaml"))
        print(f"{cases} cases in {len(files)} files, {size / 2**20:.1f} MiB of YAML")
        rounds = [
            (seconds_to_compose(root), seconds_to_check(root, MOST_CORES), seconds_to_check(root, 1))
            for _ in range(ROUNDS)
        ]
    compose, check, alone = (min(column) for column in zip(*rounds, strict=True))
    print(f"libyaml alone     {compose:6.2f} s")
    print(f"casewright check  {check:6.2f} s")
    print(f"on one core       {alone:6.2f} s")
    print(f"ratio             {check / compose:6.2f}, wanted at most {TARGET:g}")
    sys.exit(check / compose > TARGET)


if __name__ == "__main__":
    main()
