"""A small team's workspace: two customers, three cases, and the real command run on it in this process."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main
from tests.making import write_files
from tests.reading import Read, target_of
from tests.telling_git import change, commit, git

AS_OF = "2026-03-11T14:30-04:00"
CARDS = "cases/kestrel/cards.yaml"
FILES = {
    "casewright.yaml": "organisation: Harborline Hosting\ntimezone: America/New_York\n",
    "contacts.yaml": """
        reviewed: {on: 2026-03-02, by: ines}
        people:
          ines: {name: Ines Okafor, title: Customer Advocate, phone: +1 603 555 0150, customer_phone: +1 603 555 0100,
            shown_as: contact, confirmed: {on: 2026-03-02, by: ines}}
          joel: {name: Joel Park, title: Monitoring engineer, phone: +1 603 555 0116,
            confirmed: {on: 2026-03-02, by: ines}}
        areas:
          engineering: {name: Engineering, primary: joel, backup: none, manager: none, director: none, vp: none}
        """,
    "cases/kestrel/customer.yaml": """
        name: Kestrel Outfitters
        timezone: America/New_York
        people: {dana: {name: Dana Whitlock, role: Operations director, phone: +1 603 555 0180}}
        """,
    "cases/kestrel/cards.yaml": """
        title: Card payments declined at 41 shops
        opened: 2026-03-09 08:00
        advocate: ines
        severity: 2
        stage: planning
        engagement: {asked_by: dana, at: 2026-03-09 07:50, channel: service desk, failed: Nobody rang back.,
          wants: Payments accepted before the weekend.}
        customer_sees: [summary, events, root_causes, actions, silver_lining, meetings]
        summary: The card terminals of 41 shops were refused from Monday morning on.
        silver_lining: [Cash sales went on.]
        root_causes: [{id: C1, what: A certificate ran out., state: suspected, notes: Joel thinks it was two of them.}]
        actions: [{id: A1, what: Renew the certificate, owner: joel, due: 2026-03-13, serves: [C1]}]
        events:
          - {at: 2026-03-09 07:50, by: customer, person: dana, contact: in, channel: phone, what: Dana calls.}
          - {at: 2026-03-11 09:00, by: us, person: ines, contact: out, channel: phone,
            next_update: 2026-03-12 09:00, what: Half of the shops take cards again.}
        meetings:
          - {id: m1, kind: customer, at: 2026-03-13 10:00, minutes: 30, purpose: Agree the plan, attendees: [dana, ines],
            agenda: [{topic: Where we are, minutes: 10, presenter: ines}]}
          - {id: m2, kind: customer, at: 2026-03-20 10:00, minutes: 30, attendees: [dana, ines],
            agenda: [{topic: The second week, minutes: 10, presenter: ines}]}
        """,
    "cases/kestrel/mails.yaml": "title: Mails arrive an hour late\nopened: 2026-03-11 02:05\nadvocate: ines\n",
    "cases/wren/customer.yaml": "name: Wren Books\n",
    "cases/wren/slow-pages.yaml": """
        title: Pages load slowly at noon
        opened: 2026-03-10 12:10
        advocate: ines
        severity: 3
        """,
}


def make_team(root: Path, files: Mapping[str, str] | None = None) -> Path:
    """Writes the team's files below a folder, with others added or in their place."""
    write_files(root, {**FILES, **(files or {})})
    return root


def make_committed_team(root: Path) -> Path:
    """The team's files in a repository with two commits; `before` is a tag of the first, of 10 March at 9."""
    make_team(root)
    git(root, "init", "-q", "-b", "main")
    commit(root, "2026-03-10T09:00:00-04:00")
    git(root, "tag", "before")
    change(root, CARDS, "due: 2026-03-13", "due: 2026-03-15")
    change(root, CARDS, "Joel thinks it was two of them.", "Joel is sure that it was two of them.")
    commit(root, "2026-03-11T10:00:00-04:00")
    return root


def run(*arguments: str | Path) -> Result:
    """Runs `casewright` with arguments, always as of the same moment; only our own bugs raise."""
    command = [str(argument) for argument in arguments]
    if "--as-of" not in command:
        command += ["--as-of", AS_OF]
    return CliRunner().invoke(main, command, prog_name="casewright", catch_exceptions=False)


def built(root: Path, out: Path, *options: str | Path, exit_code: int = 0) -> Result:
    """Builds into a folder, without PDFs unless the options ask for them by `--jobs`."""
    quick = [] if "--jobs" in options else ["--no-pdf"]
    result = run("build", "-C", root, "--out", out, *quick, *options)
    assert result.exit_code == exit_code, result.output
    return result


def tree(folder: Path) -> dict[str, str]:
    """Each file of a folder with the digest of its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def dead_links(site: Path) -> list[tuple[str, str]]:
    """Every relative link of a site that leads to no file or no anchor, with the page it stands on."""
    dead = []
    for path in sorted(site.rglob("*.html")):
        for _, address in Read(path).addresses():
            if ":" in address.split("/")[0]:
                continue
            target, anchor = target_of(path, address)
            if not target.is_file() or (anchor and anchor not in Read(target).ids):
                dead.append((path.relative_to(site).as_posix(), address))
    return dead
