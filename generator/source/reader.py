"""Reads one YAML file: its text, its tree with places, and everything that is wrong with it as YAML."""

from collections.abc import Callable, Mapping
from itertools import islice

from yaml import YAMLError

from generator.finding import Finding, Place
from generator.source.builder import Builder, TooDeep
from generator.source.comments import ignores
from generator.source.decoding import FILE_EMPTY, decode
from generator.source.file import SourceFile
from generator.source.glance import glances
from generator.source.nodes import Data, Scalar, plain
from generator.source.page import Page
from generator.source.parts import Parts
from generator.source.prose import prose_traps
from generator.source.refusals import MOST, refused
from generator.source.syntax import conflict, explain

Read = tuple[SourceFile, list[Finding]]
"""A file, and what is wrong with it as YAML."""


def read_text(path: str, data: bytes) -> Read:
    """A file of the workspace from its bytes, and what is wrong with it as YAML.

    `path` is relative to the workspace, with forward slashes. Whatever the bytes are, nothing is raised: a file
    that cannot be read, or that holds what case files do without, holds None and a finding that says why.
    A text that YAML cut short is an error too, but leaves the file what it holds.
    """
    return read_texts({path: data}, 1)()[path]


def read_texts(files: Mapping[str, bytes], cores: int) -> Callable[[], dict[str, Read]]:
    """The call that waits for many files, by path, each as `read_text` gives it; with several cores it begins now."""
    texts = {path: decode(path, data) for path, data in files.items()}
    sound = {path: text for path, (text, faults) in texts.items() if not faults}
    seen = glances(list(sound.values()), cores)

    def read() -> dict[str, Read]:
        data = dict(zip(sound, seen(), strict=True))
        return {
            path: _read(Page(path, text), faults, data.get(path)) for path, (text, faults) in texts.items()
        }

    return read


def _read(page: Page, faults: list[Finding], data: Data) -> Read:
    """A file whose text has faults, or holds this at a glance, or wants a closer look."""
    if faults:
        return SourceFile(page.path, page.text, None), faults
    if data is None:
        return look_closely(page)
    return SourceFile(page.path, page.text, data, parts=Parts(page.text, data)), []


def look_closely(page: Page) -> Read:
    """The file that a text is, from its tree with places."""
    path, text = page.path, page.text
    if found := conflict(page):
        return SourceFile(path, text, None), [found]
    builder = Builder(page)
    tree = builder.tree
    try:
        builder.build()
    except TooDeep as error:
        return SourceFile(path, text, None), [*tree.findings, error.args[0]]
    except YAMLError as error:
        return SourceFile(path, text, None), [*tree.findings, explain(page, error)]
    findings = [*tree.findings, *islice(refused(page, tree.odd), MOST)]
    if not findings and (tree.root is None or (isinstance(tree.root, Scalar) and tree.root.is_null)):
        message = "The file is empty, or everything in it is a comment."
        findings = [FILE_EMPTY.at(Place(path), message, "Write its first lines, or delete it.")]
    root = None if findings else tree.root
    source = SourceFile(path, text, root and plain(root), ignores(page, tree.marked), root)
    return source, list(dict.fromkeys([*findings, *islice(prose_traps(page, tree), MOST)]))
