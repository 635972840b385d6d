"""Secrets of every kind that the gate looks for, and the ways in which one of them can stand on a page."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from random import Random
from typing import Any

from generator.finding import Place
from generator.model.workspace import Workspace


def words(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


WORDS = words(
    "account agree again alarm asked autumn away backup badge before behind blame boxes branch bridge "
    "budget build cable call cellar chain change cheap clerk closed cold common copper crew cross crowd "
    "dark delay depot desk doubt draft drive early empty engine enough errand fault fence field final "
    "floor forest found front garden gate glass green grid guard guess hall handle hardly harvest heavy "
    "hidden honest hour house hurry idle island jacket kettle kitchen ladder later leave letter level "
    "lorry lost lunch market matter meadow middle missing moment money morning motor mountain narrow "
    "nearly never night noise north notice office often orange order outside owner packet paint paper "
    "patch pencil people pepper plain plate point porch powder press price pump quarrel quick quiet radio "
    "rain rather ready river rough round saddle sample school second secret seldom shelf short silver "
    "simple single sleep slow small smoke spare spring stair steam stone story street supper switch table "
    "thick thread ticket timber tower train trouble tunnel twice under until valley velvet village wagon "
    "waiting wall water weather window winter wooden yellow yesterday"
)
FIRST = words(
    "Amara Boris Celia Dmitri Elena Farid Greta Hassan Imke Jorge Keiko Lionel Mirela Nadia Oskar Petra "
    "Quentin"
)
LAST = words(
    "Abbott Bergmann Castellan Dragomir Eskildsen Fontaine Grabowski Hakimi Ivarsson Jankovic Kowalczyk"
)
TRADE = words("Outfitters Bakeries Carpets Dairies Electrics Forges Galleries Harbours")
MANY = 100
Writing = Callable[[str], str]


@dataclass(frozen=True)
class Plant:
    """A secret as it is written on a page, and where in the workspace it comes from."""

    written: str
    file: str
    path: tuple[str | int, ...]

    def place(self, workspace: Workspace) -> Place:
        """The place that a finding about it must name."""
        files = [workspace.contacts_source, workspace.settings_source]
        files += [file.source for file in (*workspace.cases.values(), *workspace.customers.values())]
        return next(file for file in files if file.path == self.file).place(self.path)


def soft(text: str) -> str:
    """With a soft hyphen in every longer word."""
    return " ".join(
        f"{one[:2]}\u00ad{one[2:]}" if len(one) > 4 and one.isalpha() else one for one in text.split()
    )


def broken(text: str) -> str:
    """Over as many lines as it has words."""
    return "<br>".join(escape(one) for one in text.split())


def marked(text: str) -> str:
    """Every second word in bold type."""
    return " ".join(f"<b>{escape(one)}</b>" if at % 2 else escape(one) for at, one in enumerate(text.split()))


WRITINGS: dict[str, Writing] = {
    "plainly": lambda text: f"<p>{escape(text)}</p>",
    "in capitals": lambda text: f"<p>{escape(text.upper())}</p>",
    "in capitals by style": lambda text: f'<p style="text-transform:uppercase">{escape(text)}</p>',
    "with soft hyphens": lambda text: f"<p>{escape(soft(text))}</p>",
    "in a narrow column": lambda text: f'<p class="narrow">{escape(text)}</p>',
    "over line breaks": lambda text: f"<p>{broken(text)}</p>",
    "with bold words": lambda text: f"<p>{marked(text)}</p>",
    "as numbers of letters": lambda text: f"<p>{''.join(f'&#{ord(one)};' for one in text)}</p>",
    "as an address": lambda text: f'<a href="https://x.example/?q={escape(text.replace(" ", "%20"))}">x</a>',
    "as an alternative text": lambda text: f'<img alt="{escape(text)}" src="{DOT}">',
    "with breaks allowed": lambda text: (
        f"<p>{'<wbr>'.join(escape(text[at : at + 6]) for at in range(0, len(text), 6))}</p>"
    ),
    "in a cell": lambda text: f"<table><tr><td style='width:2cm'>{escape(text)}</td></tr></table>",
}
DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
AS_WRITTEN = tuple(name for name in WRITINGS if "capitals" not in name)
"""What is looked for with its capitals as they are is not hidden by others."""
LITERAL = (
    "plainly",
    "as numbers of letters",
    "as an address",
    "as an alternative text",
    "with breaks allowed",
)
UNCASED = (*LITERAL, "in capitals", "in capitals by style")
PHONES: dict[str, Callable[[str], str]] = {
    "as typed": lambda number: number,
    "without spaces": lambda number: number.replace(" ", ""),
    "in dots": lambda number: number.replace(" ", "."),
    "without the country": lambda number: number.partition(" ")[2],
    "in brackets": lambda number: "({}) {}-{}".format(*number.split()[1:]),
    "with noughts": lambda number: "00" + number[1:].replace(" ", "-"),
}


def sentence(hand: Random, least: int, most: int) -> str:
    """So many words that mean nothing together."""
    return " ".join(hand.sample(WORDS, hand.randint(least, most))).capitalize() + "."


class Bed:
    """A workspace with a hundred secrets of each kind in it, and what of each stands on a page."""

    def __init__(self, seed: int = 3) -> None:
        self.hand = Random(seed)
        self.long = [sentence(self.hand, 9, 24) for _ in range(MANY)]
        self.short = [self._short() for _ in range(MANY)]
        names = self.hand.sample([f"{first} {last}" for first in FIRST for last in LAST], MANY)
        self.people = {f"person-{at}": self._person(at, name) for at, name in enumerate(names)}
        firms = self.hand.sample([f"{last} {trade}" for last in LAST for trade in TRADE], 88)
        firms += [f"{last} & Daughters" for last in LAST] + ["Thornfield"]
        self.firms = {self._key(name): name for name in firms[:MANY]}
        self.patterns = {
            "domains": [f"corp-{at}.harborline.example" for at in range(34)],
            "hosts": [f"db-{at}.inside.example" for at in range(33)],
            "links": [f"https://desk.harborline.example/queue-{at}/" for at in range(33)],
        }

    def _short(self) -> str:
        while True:
            text = sentence(self.hand, 4, 7)
            if len(text.replace(" ", "")) > 25:
                return text

    def _person(self, at: int, name: str) -> dict[str, Any]:
        mail = f"{name.lower().replace(' ', '.')}@harborline.example"
        return {"name": name, "title": "Engineer", "phone": f"+1 6{at:02} 555 01{at:02}", "email": mail}

    def _key(self, name: str) -> str:
        return "".join(one if one.isalnum() else "-" for one in name.lower()).replace("---", "-")

    def files(self) -> dict[str, str]:
        """The workspace."""
        case = {
            "title": "Card payments declined",
            "opened": "2026-03-02 08:00",
            "advocate": "ines",
            "notes": self.long,
            "review": {"watch": self.short},
        }
        ines = {
            "name": "Ines Okafor",
            "title": "Advocate",
            "customer_phone": "+1 603 555 0100",
            "shown_as": "contact",
        }
        firms = {
            f"cases/{key}/customer.yaml": {"name": name, "aliases": [alias_of(name)]}
            for key, name in self.firms.items()
        }
        trees: dict[str, Any] = {
            "casewright.yaml": {"organisation": "Harborline Hosting", "leaks": self.patterns},
            "contacts.yaml": {"people": {"ines": ines, **self.people}},
            "cases/kestrel/customer.yaml": {"name": "Kestrel Outfitting"},
            "cases/kestrel/cards.yaml": case,
            **firms,
        }
        return {name: json.dumps(tree, indent=1) for name, tree in trees.items()}

    def plants(self, kind: str) -> Iterator[Plant]:
        """A hundred secrets of one kind, each written in one of the ways in which that kind is looked for, in turn."""
        for at, (text, file, path) in enumerate(getattr(self, f"_{kind}")()):
            ways = WAYS[kind]
            yield Plant(WRITINGS[ways[at % len(ways)]](text), file, path)

    def _prose(self) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
        for at, text in enumerate(self.long):
            words = text.split()
            start = self.hand.randint(0, len(words) - 8)
            yield " ".join(words[start : start + 8]), "cases/kestrel/cards.yaml", ("notes", at)

    def _few_words(self) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
        for at, text in enumerate(self.short):
            yield text, "cases/kestrel/cards.yaml", ("review", "watch", at)

    def _of_people(self, field: str) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
        for key, person in self.people.items():
            yield person[field], "contacts.yaml", ("people", key, field)

    def _name(self) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
        return self._of_people("name")

    def _mail(self) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
        return self._of_people("email")

    def _phone(self) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
        forms = list(PHONES.values())
        for at, (number, *where) in enumerate(self._of_people("phone")):
            yield forms[at % len(forms)](number), *where  # type: ignore[misc]

    def _customer(self) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
        for key, name in self.firms.items():
            yield f"as at {name} too", f"cases/{key}/customer.yaml", ("name",)

    def _alias(self) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
        for key, name in self.firms.items():
            yield f"({alias_of(name)})", f"cases/{key}/customer.yaml", ("aliases", 0)

    def _key_of(self) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
        for key in self.firms:
            yield f"cases/{key}/index.html", f"cases/{key}/customer.yaml", ("name",)

    def _pattern(self) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
        for group, texts in self.patterns.items():
            for at, text in enumerate(texts):
                yield text, "casewright.yaml", ("leaks", group, at)


def alias_of(name: str) -> str:
    """Another name that the firm goes by."""
    return f"{name[:3]}{name[-3:].title()}{len(name)}".replace("&", "").replace(" ", "")


WAYS: dict[str, tuple[str, ...]] = {
    "prose": tuple(WRITINGS),
    "few_words": tuple(WRITINGS),
    "name": tuple(WRITINGS),
    "mail": UNCASED,
    "phone": ("plainly", "over line breaks", "with bold words", "as an alternative text", "in a cell"),
    "customer": AS_WRITTEN,
    "alias": AS_WRITTEN,
    "key_of": ("plainly", "as an address", "as numbers of letters", "as an alternative text"),
    "pattern": UNCASED,
}
"""How each kind is written: with other capitals only where these make no difference."""
