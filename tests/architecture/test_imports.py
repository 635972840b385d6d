"""Keeps the one direction of imports, and the one home of each outside library."""

import ast
import sys
from pathlib import Path

import pytest

# Those of the first line may import each other.
ORDER = """
    finding errors codes lines ignoring beside
    source
    edit
    intake
    history
    revisions
    model
    starter
    audience
    derive
    rules
    checking
    fixing
    review
    documents
    markup
    render
    pdf
    inspect
    build
    publish
    preview
    report
    cli
    __main__
"""
RANK = {name: rank for rank, line in enumerate(ORDER.split("\n")) for name in line.split()}
HOMES = {
    "source": {"yaml"},
    "model": {"pydantic", "pydantic_core", "phonenumbers", "email_validator"},
    "documents": {"segno"},
    "markup": {"markdown", "nh3"},
    "render": {"jinja2", "markupsafe", "babel"},
    "pdf": {"weasyprint", "fontpkg_fira_sans"},
    "inspect": {"pypdfium2", "pikepdf"},
    "report": {"rich"},
    "cli": {"click", "rich"},
}
ROOT = Path(__file__).resolve().parents[2] / "generator"
MODULES = sorted(path.relative_to(ROOT) for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def imported(tree: ast.AST) -> list[str]:
    """Every module named by an import, wherever it stands; `from generator import x` names `generator.x`."""
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names += (
                [f"generator.{a.name}" for a in node.names] if node.module == "generator" else [node.module]
            )
    return names


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_imports_only_what_stands_before_it(module: Path) -> None:
    home = module.parts[0].removesuffix(".py")
    assert home in RANK, f"{home} has no place in the order yet"
    for name in imported(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        top, _, below = name.partition(".")
        part = below.partition(".")[0]
        if top != "generator":
            assert top in sys.stdlib_module_names or top in HOMES.get(home, ()), (
                f"{top} has no home in {home}"
            )
        elif part not in {home, "__version__"}:
            before = max(RANK[home], RANK["finding"] + 1)
            assert RANK.get(part, before) < before, f"{home} imports {part}"
