"""500 workspaces by chance, each built twice, with other words in all that is ours alone: not a byte differs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.leaks.folder import astray, for_customer
from tests.leaks.reshaping import Reshaper, withdrawn
from tests.leaks.sowing import sow
from tests.leaks.theirs import hidden_tokens
from tests.sample_build import git
from tests.team import built, make_team, tree

Counted = Callable[[str, int], None]
PAIRS = 499
"""One more is the pair in git."""
SHARES = 20
IN_PDF_EVERY = 25


@pytest.mark.parametrize("share", range(SHARES))
def test_pairs(share: int, tmp_path: Path, counted: Counted) -> None:
    for seed in range(1000 + share, 1000 + PAIRS, SHARES):
        sown, pdf = sow(seed), (seed - 1000) % IN_PDF_EVERY == 0
        hidden = hidden_tokens(sown)
        before, made = for_customer(tmp_path / f"{seed}-before", sown.files(), pdf)
        assert astray(before, sown) == [], seed
        assert made.leaks == [], seed
        after, _ = for_customer(tmp_path / f"{seed}-after", sown.altered(hidden), pdf)
        assert before.keys() == after.keys(), seed
        assert [name for name in before if before[name] != after[name]] == [], seed
        counted("workspaces by chance with no token of ours in the customer's folder", 1)
        counted("pairs that differ in texts of ours alone, with the same customer's folder", 1)
        counted("of these pairs with PDFs", int(pdf))
        counted("PDFs compared in pairs", sum(name.endswith(".pdf") for name in before))


RESHAPED = 200


@pytest.mark.parametrize("share", range(10))
def test_pairs_of_another_shape(share: int, tmp_path: Path, counted: Counted) -> None:
    for seed in range(3000 + share, 3000 + RESHAPED, 10):
        sown, pdf = withdrawn(sow(seed)), seed % IN_PDF_EVERY == 0
        before, _ = for_customer(tmp_path / f"{seed}-before", sown.files(), pdf)
        after, _ = for_customer(tmp_path / f"{seed}-after", Reshaper(seed).reshaped(sown).files(), pdf)
        assert before.keys() == after.keys(), seed
        assert [name for name in before if before[name] != after[name]] == [], seed
        counted(
            "more pairs that differ in days, numbers, people and items of ours alone, with the same folder", 1
        )


OURS_ALONE = {
    "Joel thinks it was two of them.": "Joel is sure by now that it was one of them, and that he had seen it before.",
    "Nobody rang back.": "They rang back, to the wrong number.",
    "service desk": "the old portal",
    "severity: 2": "severity: 2\n        notes: [Dana was tired., Ask Joel about the spare.]",
}


def test_a_pair_in_git_with_two_commits(tmp_path: Path, counted: Counted) -> None:
    root = make_team(tmp_path / "team")
    out = {name: tmp_path / name for name in ("first", "second")}
    options = ("--audience", "customer", "--customer", "kestrel", "--draft", "--jobs", "2")
    path = root / "cases/kestrel/cards.yaml"
    git(root, "init", "-q")
    for name, folder in out.items():
        if name == "second":
            text = path.read_text(encoding="utf-8")
            for old, new in OURS_ALONE.items():
                assert text.count(old) == 1
                text = text.replace(old, new.replace("\n        ", "\n"))
            path.write_text(text, encoding="utf-8")
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", f"The {name} time")
        built(root, folder, *options)
    assert git(root, "rev-list", "--count", "HEAD") == "2"
    trees = {name: tree(folder) for name, folder in out.items()}
    assert [name for name in trees["first"] if name.endswith(".pdf")]
    assert trees["first"] == trees["second"]
    counted("pairs that differ in texts of ours alone, with the same customer's folder", 1)
    counted("of these pairs in git, with a commit between", 1)
