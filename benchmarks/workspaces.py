"""Large workspaces for the benchmarks: the sample's cases again and again, each time under invented customers."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parents[1]
SINGLES = ("casewright.yaml", "contacts.yaml", "stories.yaml")
AS_OF = "2026-03-11T14:30-04:00"


@contextmanager
def many_cases(wanted: int) -> Iterator[Path]:
    """A temporary workspace with at least that many cases, made of copies of the sample's customers."""
    with TemporaryDirectory(prefix="casewright-benchmark-") as folder:
        root = Path(folder)
        for name in SINGLES:
            shutil.copyfile(REPOSITORY / name, root / name)
        for picture in (REPOSITORY / "cases").glob("*.png"):
            (root / "cases").mkdir(exist_ok=True)
            shutil.copyfile(picture, root / "cases" / picture.name)
        cases, copy = 0, 0
        while cases < wanted:
            cases += _copy_customers(root, copy)
            copy += 1
        yield root


def _copy_customers(root: Path, copy: int) -> int:
    """Copies the sample's customers once; how many cases they have."""
    customers = sorted(path.name for path in (REPOSITORY / "cases").iterdir() if path.is_dir())
    files = [file for name in customers for file in sorted((REPOSITORY / "cases" / name).rglob("*"))]
    for file in filter(Path.is_file, files):
        _copy_file(file, root, customers, copy)
    return sum(file.suffix == ".yaml" and file.name != "customer.yaml" for file in files)


def _copy_file(file: Path, root: Path, customers: list[str], copy: int) -> None:
    """Copies one file under the customer's next key and name, in its text too."""
    keys = re.compile(rf"\b({'|'.join(customers)})/")
    names = re.compile(rf"\b({'|'.join(map(str.title, customers))})\b")
    key, name = (rf"\1-{copy}/", rf"\1{_syllables(copy)}") if copy else (r"\1/", r"\1")
    place = root / keys.sub(key, file.relative_to(REPOSITORY).as_posix())
    place.parent.mkdir(parents=True, exist_ok=True)
    if file.suffix == ".yaml":
        text = names.sub(name, keys.sub(key, file.read_text(encoding="utf-8")))
        place.write_text(text, encoding="utf-8")
    else:
        shutil.copyfile(file, place)


def _syllables(number: int) -> str:
    """A number as an ending that a name could have."""
    return "".join("lamorinusetaviko"[2 * int(digit) : 2 * int(digit) + 2] for digit in f"{number:o}")
