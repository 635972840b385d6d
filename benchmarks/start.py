"""How fast the command starts, against importing click alone, and that it imports nothing that renders."""

import subprocess
import sys
import time

from workspaces import AS_OF, REPOSITORY

ROUNDS = 20
TARGET = 3.0
RENDERING = ("weasyprint", "jinja2")


def seconds(*arguments: str) -> float:
    """The best of several runs of Python with these arguments."""
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *arguments], cwd=REPOSITORY, capture_output=True, check=True)
        best = min(best, time.perf_counter() - begun)
    return best


def imported(*arguments: str) -> set[str]:
    """The top-level modules that a run of the command imports."""
    command = [sys.executable, "-X", "importtime", "-m", "generator", *arguments]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


def main() -> None:
    """Prints the times, their ratio and what is imported; exits with 1 where either is not as wanted."""
    click, start = seconds("-c", "import click"), seconds("-m", "generator", "--help")
    print(f"import click        {click * 1000:6.1f} ms")
    print(f"casewright --help   {start * 1000:6.1f} ms")
    print(f"ratio               {start / click:6.2f}, wanted at most {TARGET:g}")
    wrong = start / click > TARGET
    for arguments in (["--help"], ["check", "--as-of", AS_OF]):
        modules = imported(*arguments)
        rendering = sorted(modules.intersection(RENDERING))
        print(
            f"{arguments[0]:7} imports {len(modules)} modules, of what renders: {', '.join(rendering) or 'none'}"
        )
        wrong = wrong or bool(rendering) or "generator" not in modules
    sys.exit(wrong)


if __name__ == "__main__":
    main()
