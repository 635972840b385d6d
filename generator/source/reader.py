"""Reads one YAML file: its text, its tree with places, and everything that is wrong with it as YAML."""

from itertools import islice

from yaml import YAMLError

from generator.finding import Finding, Place
from generator.source.builder import Builder, TooDeep
from generator.source.comments import ignores
from generator.source.decoding import FILE_EMPTY, decode
from generator.source.glance import glance
from generator.source.nodes import Scalar, SourceFile, plain
from generator.source.page import Page
from generator.source.prose import prose_traps
from generator.source.refusals import MOST, refused
from generator.source.syntax import conflict, explain


def read_text(path: str, data: bytes) -> tuple[SourceFile, list[Finding]]:
    """A file of the workspace from its bytes, and what is wrong with it as YAML.

    `path` is relative to the workspace, with forward slashes. Whatever the bytes are, nothing is raised: a file
    that cannot be read, or that holds what case files do without, holds None and a finding that says why.
    A text that YAML cut short is an error too, but leaves the file its tree.
    """
    text, findings = decode(path, data)
    page = Page(path, text)
    if not findings and (found := conflict(page)):
        findings = [found]
    if findings:
        return SourceFile(path, text, None), findings
    seen = glance(path, text)
    return (seen, []) if seen else look_closely(page)


def look_closely(page: Page) -> tuple[SourceFile, list[Finding]]:
    """The same of a text, from its tree with places."""
    path, text = page.path, page.text
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
