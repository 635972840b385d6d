"""Evidence that names a file: it must lie in the case's own folder."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from generator.codes import code
from generator.finding import Finding, Severity
from generator.rules.scene import Scene
from generator.source.disk import leads_out

FILE_MISSING = code(
    "evidence-file-missing",
    Severity.ERROR,
    "An evidence file is not in the case's folder",
    "Evidence files lie in the folder that has the case's name, beside the case file: for cases/kestrel/outage.yaml "
    "that is cases/kestrel/outage/. Put the file there, or write its name as it is, capitals included.",
)
FILE_OUTSIDE = code(
    "evidence-file-outside",
    Severity.ERROR,
    "An evidence file lies outside the case's folder",
    "A path that begins with a slash or climbs with `..` could reach any file of the machine, another customer's "
    "included. Evidence lies in the folder of its own case.",
    ignorable=False,
)


def find(scene: Scene) -> Iterator[Finding]:
    """One finding for each evidence file that is not there or would lie elsewhere."""
    for index, item in enumerate(scene.case.evidence):
        if item.file is None:
            continue
        path, folder = ("evidence", index, "file"), f"cases/{scene.file.key}/"
        if leads_out(item.file):
            message = f"`{item.file}` leads out of the case's folder {folder}."
            remedy = f"Put the file into {folder} and write its name alone."
            yield FILE_OUTSIDE.at(scene.place(*path), message, remedy)
        elif PurePosixPath(item.file).as_posix() not in scene.file.evidence:
            message = f"There is no file `{item.file}` in {folder}."
            near = get_close_matches(item.file, scene.file.evidence, n=1)
            remedy = (
                f"Write `{near[0]}` if that is meant, or put the file there."
                if near
                else "Put the file there."
            )
            yield FILE_MISSING.at(scene.place(*path), message, remedy)
