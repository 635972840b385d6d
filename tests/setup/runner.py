"""An honest runner of workflows and composite actions: it reads their YAML and runs their very scripts.

What is somebody else's action is stood in for: a checkout is a real clone of the depth that is asked for, and what is
uploaded is copied. A key, an action or an expression that it does not know is an error, so that nothing is passed over.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.gate.repository import git
from tests.setup.expressions import filled, value_of

SHELLS = {None: ["bash", "-e"], "bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"]}
"""How GitHub runs a script, with a shell named and without."""
KNOWN_TO_A_STEP = {"name", "id", "if", "uses", "with", "run", "env", "shell"}
INSTALLS = re.compile(r"pip\"?'? install|-m venv|\.ci/run")
"""Scripts that set the machine up, or that would run these very tests within one of them."""
STATUS = re.compile(r"\b(?:always|success|failure|cancelled)\(")
COMMAND = re.compile(r"^::(error|warning|notice) ")
SUMMARY_LIMIT = 1024 * 1024


@dataclass
class Run:
    """A run of jobs on one machine: the event, the folders of the machine, and what came of it."""

    actions: Path
    remote: Path
    home: Path
    context: dict[str, Any]
    installed: bool = False
    """Whether the command stands in its place already; scripts that install it are then passed over and named."""
    artifacts: dict[str, Path] = field(default_factory=dict)
    passed_over: list[str] = field(default_factory=list)
    log: str = ""
    summary: str = ""
    most_annotations: int = 0
    """The largest number of annotations of one kind that a step made; GitHub drops those past ten."""
    attested: list[Path] = field(default_factory=list)
    published: Path | None = None
    failed: bool = False

    @property
    def workspace(self) -> Path:
        return self.home / "work space"

    @property
    def temp(self) -> Path:
        return self.home / "temp dir"

    def job(self, workflow: Path, name: str, inputs: Mapping[str, Any] | None = None) -> "Run":
        """Runs one job; one whose condition does not hold does nothing."""
        self.workspace.mkdir(parents=True, exist_ok=True)
        self.temp.mkdir(exist_ok=True)
        data = yaml.safe_load(workflow.read_text(encoding="utf-8"))
        given = {**_defaults(data.get("on", data.get(True)), "workflow_call"), **(inputs or {})}
        job = data["jobs"][name]
        if "if" not in job or value_of(str(job["if"]), self._contexts(given, {})):
            self._steps(job["steps"], given, self.actions)
        return self

    def _steps(self, steps: list[dict[str, Any]], inputs: Mapping[str, Any], here: Path) -> dict[str, Any]:
        """Runs steps one after the other; what each of them puts out, by its id."""
        outputs: dict[str, Any] = {}
        for step in steps:
            assert set(step) <= KNOWN_TO_A_STEP, set(step) - KNOWN_TO_A_STEP
            contexts = self._contexts(inputs, outputs)
            condition = str(step.get("if", "success()"))
            if not STATUS.search(condition):
                condition = f"success() && ({condition})"
            if not value_of(condition, contexts):
                continue
            made = self._uses(step, contexts) if "uses" in step else self._runs(step, contexts, here)
            outputs[step.get("id", "")] = {"outputs": made}
        return outputs

    def _contexts(self, inputs: Mapping[str, Any], outputs: Mapping[str, Any]) -> dict[str, Any]:
        functions = {
            "always": lambda: True,
            "success": lambda: not self.failed,
            "failure": lambda: self.failed,
            "cancelled": lambda: False,
        }
        return {
            "github": self.context,
            "inputs": inputs,
            "steps": outputs,
            "runner": {"temp": str(self.temp)},
            "vars": self.context.get("vars", {}),
            "functions": functions,
        }

    def _runs(self, step: dict[str, Any], contexts: dict[str, Any], here: Path) -> dict[str, str]:
        """Runs a script as the runner does, and gives what it put out."""
        if self.installed and INSTALLS.search(step["run"]):
            self.passed_over.append(step["run"])
            return {}
        files = {name: self.home / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("")
        script = self.home / "script.sh"
        script.write_text(filled(step["run"], contexts), encoding="utf-8")
        given = {name: filled(str(value), contexts) for name, value in step.get("env", {}).items()}
        named = {name: str(file) for name, file in files.items()}
        done = subprocess.run(
            [*SHELLS[step.get("shell")], str(script)],
            cwd=self.workspace,
            env={**self._environment(here), **named, **given},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.failed = self.failed or done.returncode != 0
        self._hears(done.stdout, files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8"))
        return dict(
            line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        )

    def _hears(self, said: str, summary: str) -> None:
        self.log += said
        kinds = [found[1] for line in said.splitlines() if (found := COMMAND.match(line))]
        self.most_annotations = max(self.most_annotations, *map(kinds.count, ("error", "warning", "notice")))
        assert len(summary.encode()) <= SUMMARY_LIMIT
        self.summary += summary

    def _environment(self, here: Path) -> dict[str, str]:
        """What a script finds around it: of this process the path alone, and what the runner says of the event."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "PIP_CERT") if name in os.environ}
        return {
            **kept,
            "HOME": str(self.home),
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_ACTION_PATH": str(here),
            "GITHUB_EVENT_NAME": self.context["event_name"],
            "GITHUB_REPOSITORY": self.context["repository"],
            "GITHUB_SHA": self.context["sha"],
            "GITHUB_REF_NAME": self.context.get("ref_name", ""),
            "GITHUB_BASE_REF": self.context.get("base_ref", ""),
            "GITHUB_SERVER_URL": "https://git.harborline.example",
            "GITHUB_RUN_ID": "42",
            "RUNNER_TEMP": str(self.temp),
            "SOURCE_DATE_EPOCH": "1773253800",
        }

    def _uses(self, step: dict[str, Any], contexts: dict[str, Any]) -> dict[str, Any]:
        name = step["uses"].partition("@")[0]
        given = {key: _typed(value, contexts) for key, value in step.get("with", {}).items()}
        if name.startswith("$/"):
            return self._composite(self.actions / name.removeprefix("$/"), given)
        stands_in = {
            "actions/checkout": self._checkout,
            "actions/upload-artifact": self._upload,
            "actions/download-artifact": self._download,
            "actions/upload-pages-artifact": lambda path: self._upload(name="github-pages", path=path),
            "actions/deploy-pages": dict,
            "actions/attest-build-provenance": self._attest,
            "pypa/gh-action-pypi-publish": self._publish,
        }
        stands_in[name](**{key.replace("-", "_"): value for key, value in given.items()})
        return {}

    def _composite(self, folder: Path, given: Mapping[str, Any]) -> dict[str, Any]:
        data = yaml.safe_load((folder / "action.yml").read_text(encoding="utf-8"))
        assert set(given) <= set(data.get("inputs", {})), "an input that the action does not have"
        inputs = {**_defaults(data), **given}
        outputs = self._steps(data["runs"]["steps"], inputs, folder)
        contexts = self._contexts(inputs, outputs)
        return {name: filled(one["value"], contexts) for name, one in data.get("outputs", {}).items()}

    def _checkout(self, fetch_depth: int = 1, persist_credentials: bool = True) -> None:
        """What actions/checkout leaves behind: a pull request's merge is detached, a push's branch is not."""
        assert persist_credentials is False
        git(self.workspace, "init", "--quiet")
        origin, sha, ref = f"file://{self.remote}", self.context["sha"], self.context["ref"]
        place = ref.replace("refs/heads/", "refs/remotes/origin/").replace("refs/pull/", "refs/remotes/pull/")
        wanted = {f"+{sha}:{place}"} if fetch_depth or "/pull/" in ref else set()
        if fetch_depth:
            git(self.workspace, "fetch", "--quiet", "--no-tags", f"--depth={fetch_depth}", origin, *wanted)
        else:
            wanted.add("+refs/heads/*:refs/remotes/origin/*")
            git(self.workspace, "fetch", "--quiet", origin, *sorted(wanted))
        git(self.workspace, "checkout", "--quiet", "--force", "--detach", place)

    def _upload(self, name: str, path: str, if_no_files_found: str = "warn") -> None:
        assert name not in self.artifacts, "an artifact of that name was uploaded already"
        if not Path(path).exists():
            assert if_no_files_found != "error"
            return
        self.artifacts[name] = self.home / "artifacts" / name
        shutil.copytree(path, self.artifacts[name])

    def _download(self, name: str, path: str) -> None:
        shutil.copytree(self.artifacts[name], path, dirs_exist_ok=True)

    def _attest(self, subject_path: str) -> None:
        self.attested = sorted(Path(subject_path).parent.glob(Path(subject_path).name))

    def _publish(self, packages_dir: str) -> None:
        self.published = Path(packages_dir)

    def findings(self, artifact: str = "casework-review") -> list[dict[str, Any]]:
        """Every finding of the change, from the file that is attached to the run."""
        found: list[dict[str, Any]] = json.loads((self.artifacts[artifact] / "findings.json").read_text())
        return found


def _typed(value: Any, contexts: dict[str, Any]) -> Any:
    return filled(value, contexts) if isinstance(value, str) else value


def _defaults(data: Any, below: str | None = None) -> dict[str, Any]:
    """The inputs that have a default, of an action or of a workflow that is called."""
    declared = (data.get(below) if below and isinstance(data, Mapping) else data) or {}
    inputs = declared.get("inputs", {}) if isinstance(declared, Mapping) else {}
    return {name: one["default"] for name, one in inputs.items() if "default" in one}
