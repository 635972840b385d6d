"""Matrices of any size with names that are hard to print."""

from pathlib import Path

from tests.team import make_team

NAMES = (
    "Nguyễn Thị Minh Khai",
    "Přemysl Dvořáček",
    "佐藤 花子",
    "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh",
    "Zoë O'Brien <b>",
    "Li Wei",
)
RUNGS = ("primary", "backup", "manager", "director", "vp")


def matrix(root: Path, areas: int, rungs: int = 5, paper: str = "A4") -> Path:
    """A workspace with so many areas, each with its own people on so many rungs; the first primary takes turns."""
    people, rows, number = [], [], 0
    for area in range(areas):
        posts = []
        for rung in RUNGS:
            held = RUNGS.index(rung) < rungs
            posts.append(f"{rung}: p{number}" if held else f"{rung}: none")
            if held:
                name = NAMES[number % len(NAMES)].replace('"', "")
                phone = f"+1 {603 + number // 100} 555 01{number % 100:02}"
                people.append(
                    f'  p{number}: {{name: "{name} {number}", phone: {phone}, timezone: Europe/London, '
                    f"confirmed: {{on: 2026-03-0{number % 9 + 1}, by: p0}}}}"
                )
                number += 1
        if area == 0:
            posts[0] = "primary: {rotation: week}"
        rows.append(f"  area-{area}: {{name: Group {area}, covers: [one, two], {', '.join(posts)}}}")
    turns = "rotations:\n  week: {order: [p0, p1], start: 2026-01-05 09:00, every: 1 week}\n"
    contacts = "people:\n" + "\n".join(people) + "\nareas:\n" + "\n".join(rows) + "\n" + turns
    settings = f"organisation: Harborline Hosting\ntimezone: America/New_York\npaper: {paper}\n"
    return make_team(root, {"contacts.yaml": contacts, "casewright.yaml": settings})
