"""The logos that a workspace names, read with it."""

from dataclasses import replace
from pathlib import Path

from generator.model.workspace import Workspace
from generator.source.logos import read_logo


def with_logos(workspace: Workspace, root: Path) -> Workspace:
    """The workspace in the folder `root` with every logo that its settings or a customer names."""
    named = [workspace.settings.logo, *(file.customer.logo for file in workspace.customers.values())]
    return replace(workspace, logos={path: read_logo(root, path) for path in dict.fromkeys(named) if path})
