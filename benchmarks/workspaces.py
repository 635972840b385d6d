"""Large workspaces for the benchmarks: the sample's cases again and again, each time under invented customers."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
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
    """Copies the sample's customers once, under their next keys and names; how many cases they have."""
    customers = sorted(path.name for path in (REPOSITORY / "cases").iterdir() if path.is_dir())
    rename = _renaming(customers, copy)
    files = [file for name in customers for file in sorted((REPOSITORY / "cases" / name).rglob("*"))]
    seals: dict[str, str] = {}
    # A sealed file is named by its fingerprint in the case's own file, so it comes first.
    for file in sorted(filter(Path.is_file, files), key=lambda file: file.suffix != ".json"):
        place = root / rename(file.relative_to(REPOSITORY).as_posix())
        place.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix not in (".json", ".yaml"):
            shutil.copyfile(file, place)
            continue
        old = file.read_text(encoding="utf-8")
        new = rename(old)
        if file.suffix == ".json":
            seals[_fingerprint(old)] = _fingerprint(new)
        for fingerprint, renamed in seals.items():
            new = new.replace(fingerprint, renamed)
        place.write_text(new, encoding="utf-8")
    return sum(file.suffix == ".yaml" and file.name != "customer.yaml" for file in files)


def _renaming(customers: list[str], copy: int) -> Callable[[str], str]:
    """What gives the customers in a path or a text the keys and names of a copy."""
    if copy == 0:
        return str
    ending = _syllables(copy)
    keys = re.compile(rf"\b({'|'.join(customers)})(?=/)")
    names = re.compile(rf"\b({'|'.join(map(str.title, customers))})\b")
    return lambda text: names.sub(rf"\1{ending}", keys.sub(rf"\1{ending}", text))


def _syllables(number: int) -> str:
    """A number as an ending that a name could have."""
    return "".join("lamorinusetaviko"[2 * int(digit) : 2 * int(digit) + 2] for digit in f"{number:o}")


def _fingerprint(sealed: str) -> str:
    """What names a sealed file in its case."""
    return sha256(sealed.rstrip("\r\n").encode()).hexdigest()[:12]
