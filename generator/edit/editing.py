"""Changes a YAML file of the workspace, and proves by reading it again that nothing else has changed.

Our own places do this rather than yamltrip 0.6, which of fourteen common layouts refused two (dashes below their key
with a comment after them, brackets over several lines), moved the comment behind an entry in three, and mixed the line
ends of a file from Windows.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from generator.edit.changes import Append, Change, Put, in_words, place
from generator.edit.entry import Value, texts
from generator.edit.manuscript import manuscript
from generator.errors import CasewrightError
from generator.finding import Finding
from generator.source.decoding import FILE_EMPTY
from generator.source.file import SourceFile
from generator.source.nodes import Mapping, Node, Path
from generator.source.nodes import Sequence as Items
from generator.source.reader import read_text


def append(path: str, data: bytes, where: Path, entry: Value, order: Sequence[str] = ()) -> bytes:
    """The bytes of a file with an entry behind the last one of a list; see `edited`."""
    return edited(path, data, [Append(where, entry)], order)


def set_value(path: str, data: bytes, where: Path, value: Value) -> bytes:
    """The bytes of a file with a value under a key; see `edited`."""
    return edited(path, data, [Put(where, value)])


def edited(path: str, data: bytes, changes: Iterable[Change], order: Sequence[str] = ()) -> bytes:
    """The bytes of a file with all the changes made, its comments, layout and line ends as they were.

    `path` is that in the workspace; each change's `where` holds keys and indexes (from 0) of the file as it is now,
    so that none may lean on another. What is new goes behind what is there, but a new key of the file's own where
    `order` has it. Raises CasewrightError, with the lines to type by hand, where the file is written in a way that
    leaves no sure place, or where reading it again would show any other difference.
    """
    wanted = list(changes)
    source, findings = read_text(path, data)
    source = _with_root(source, findings)
    if source.root is None:
        raise CasewrightError(
            f"{path} has faults that `casewright check` names, so it was left as it is. Mend them and run this again. "
            f"This was to be written:\n{_typed(wanted)}"
        )
    try:
        page = manuscript(data.decode("utf-8"))
        for change in wanted:
            place(page, source, change, order)
        changed = page.finished().encode("utf-8")
    except (UnicodeEncodeError, LookupError):
        raise by_hand(path, wanted) from None
    if not _is_all(source, findings, read_text(path, changed), wanted):
        raise by_hand(path, wanted)
    return changed


def by_hand(path: str, changes: Iterable[Change]) -> CasewrightError:
    """The refusal, with what to type instead."""
    return CasewrightError(
        f"{path} is written in a way that leaves no sure place for this, so it was left as it is. Put the list or the "
        f"group on lines of its own and run this again, or type it yourself:\n{_typed(changes)}"
    )


def _typed(changes: Iterable[Change]) -> str:
    return "\n".join(in_words(change) for change in changes)


def _with_root(source: SourceFile, findings: list[Finding]) -> SourceFile:
    """A file of nothing but comments takes a first key too; any other broken file stays broken."""
    if [finding.code for finding in findings] == [FILE_EMPTY.name]:
        lines = source.text.split("\n")
        last = len(lines) - (not lines[-1])
        source.root = Mapping({}, {}, max(last, 1), 1, last, 1)
    return source


def _is_all(
    before: SourceFile,
    known: list[Finding],
    after: tuple[SourceFile, list[Finding]],
    changes: list[Change],
) -> bool:
    """Whether the file as read again holds all it held, in its order, and what was wanted; with no new fault."""
    if len(after[1]) > len(known):
        return False
    expected = plain(before.root)
    for change in changes:
        expected = _changed(expected, change, change.where)
    return _in_old_order(before.root, expected) == _in_old_order(before.root, plain(after[0].root))


def _in_old_order(root: Node | None, tree: Any) -> str:
    """A tree as text, the keys of the file's own that it had before in their order, and the new ones behind them."""
    if not isinstance(root, Mapping) or not isinstance(tree, dict):
        return json.dumps(tree)
    old = [key for key in tree if key in root.entries]
    return json.dumps(
        [old, *((key, tree[key]) for key in [*old, *sorted(tree.keys() - root.entries.keys())])]
    )


def _changed(tree: Any, change: Change, where: Path) -> Any:
    """A tree of texts with a change made."""
    if not where:
        new = texts(change.entry if isinstance(change, Append) else change.value)
        return (
            _with_entry(tree or [], new, change.before)
            if isinstance(change, Append)
            else _laid_over(tree, new)
        )
    step, below = where[0], where[1:]
    if isinstance(step, int):
        return [_changed(item, change, below) if index == step else item for index, item in enumerate(tree)]
    group = tree or {}
    return {**group, step: _changed(group.get(step), change, below)}


def _with_entry(items: list[Any], new: Any, before: int | None) -> list[Any]:
    at = len(items) if before is None else before
    return [*items[:at], new, *items[at:]]


def _laid_over(old: Any, new: Any) -> Any:
    """A value in the place of another; of groups, the old one's keys stay where they were."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    kept = {key: _laid_over(old[key], new[key]) for key in old if key in new}
    return (
        {**kept, **{key: value for key, value in new.items() if key not in old}}
        if len(kept) == len(old)
        else new
    )


def plain(node: Node | None) -> Any:
    """A tree as texts, lists and dicts. Line ends behind a text count for nothing, here as in the model."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    if node is None or node.is_null:
        return None
    return node.text.rstrip("\n")
