"""Every way through the site leads somewhere, and nothing on a page asks the network for anything."""

import re
from pathlib import Path

from tests.reading import IN_STYLE, Read, target_of, text_of
from tests.sample_build import REPOSITORY, SampleBuild

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
TYPED = ("tel:", "mailto:", "https://")
"""What an author may link to from a text; it is followed by a reader's choice only."""


def is_inside(address: str) -> bool:
    """Whether an address is meant to be a file of the site."""
    return not ELSEWHERE.match(address)


def test_relative_links_and_anchors_lead_somewhere(read: dict[Path, Read]) -> None:
    followed = 0
    for path, page in read.items():
        for _, address in page.addresses():
            if not is_inside(address):
                continue
            assert not address.startswith("/"), (path, address)
            target, anchor = target_of(path, address)
            assert target.is_file(), (path, address)
            assert not anchor or anchor in read[target].ids, (path, address)
            followed += 1
    assert followed > 500


def test_no_link_leaves_the_site(read: dict[Path, Read], sample_build: SampleBuild) -> None:
    for path, page in read.items():
        for _, address in page.addresses():
            if is_inside(address):
                target, _ = target_of(path, address)
                assert target.is_relative_to(sample_build.site.resolve()), (path, address)


def test_nothing_is_fetched_from_elsewhere(read: dict[Path, Read], sample_build: SampleBuild) -> None:
    for path, page in read.items():
        for tag, address in page.addresses():
            if tag == "a":
                assert is_inside(address) or address.startswith(TYPED), (path, address)
            else:
                assert is_inside(address) or address.startswith("data:"), (path, tag, address)
        assert all({*script.keys()} == {"src", "defer"} for script in page.all("script")), path
        assert not page.all("iframe") and not page.all("object"), path
    for sheet in sample_build.site.rglob("*.css"):
        for found in IN_STYLE.findall(sheet.read_text(encoding="utf-8")):
            assert (sheet.parent / (found[0] or found[1])).is_file(), (sheet, found)


def test_every_page_forbids_the_network(read: dict[Path, Read]) -> None:
    for path, page in read.items():
        policies = [
            m.get("content", "") for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy"
        ]
        assert len(policies) == 1 and policies[0].startswith("default-src 'none'; "), path
        assert "http" not in policies[0] and "*" not in policies[0], path


def test_every_page_is_reached_from_today(read: dict[Path, Read], sample_build: SampleBuild) -> None:
    seen: set[Path] = set()
    waiting = [(sample_build.site / "index.html").resolve()]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        if path in read:
            waiting += [
                target_of(path, to)[0] for tag, to in read[path].addresses() if tag == "a" and is_inside(to)
            ]
    assert set(read) - seen == set()
    assert {
        path.resolve() for path in sample_build.papers("pdf") + sample_build.papers("txt")
    } - seen == set()


def test_each_case_has_its_page_with_its_papers(read: dict[Path, Read], sample_build: SampleBuild) -> None:
    cases = [path for path in (sample_build.root / "cases").glob("*/*.yaml") if path.name != "customer.yaml"]
    assert len(cases) >= 10
    for case in cases:
        folder = (sample_build.site / "cases" / case.parent.name / case.stem).resolve()
        page = read[folder / "index.html"]
        linked = {target_of(page.path, to)[0] for tag, to in page.addresses() if tag == "a"}
        made = {path for path in folder.iterdir() if path.name != "index.html"}
        assert made <= linked, made - linked
        names = {path.name for path in made}
        for audience in ("internal", "customer"):
            stem = f"{case.parent.name}-{case.stem}-update.{audience}"
            assert {f"{stem}.html", f"{stem}.pdf", f"{stem}.txt"} <= names, case


def test_the_way_around_says_where_one_is(pages: list[Read]) -> None:
    for page in pages:
        links = list(next(page.tree.iter("nav")).iter("a"))
        assert [text_of(link) for link in links] == [
            "Today",
            "Cases",
            "Customers",
            "Who to call",
            "Promises",
            "Findings",
        ], page.path
        current = 0 if page.path.parent.name == "handbook" else 1
        assert len([link for link in links if link.get("aria-current")]) == current, page.path


def test_no_path_of_the_machine_stands_in_a_file(sample_build: SampleBuild) -> None:
    traces = [
        str(path).encode()
        for path in (sample_build.root, sample_build.site, REPOSITORY, Path.home(), Path.cwd())
    ]
    traces = [trace for trace in traces if len(trace) > 3] + [b"file://"]
    for path in sample_build.site.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not [trace for trace in traces if trace in data], path
