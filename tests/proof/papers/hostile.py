"""Workspaces with every field in them and a text that is hard to set in each that takes any."""

import json
import re

from tests.hostile.everywhere import FREE, KEPT, LINK
from tests.leaks.sowing import sow

TEXTS = {
    "as sown": None,
    "a word of 200 letters": "Donaudampfschifffahrts" * 9 + "gesellschaft",
    "from the right": "שלום עולם מרים לוי مرحبا يا ليلى",
    "emoji": "Ines 😀👩\u200d💻🇩🇪 Okafor ✅",
    "Chinese and Japanese": "田中 美咲 配車表が毎朝遅れて届く",
    "a long address": "See https://status.harborline.example/2026/03/"
    + "a1b2c3d4" * 18
    + "?x=1&y=2#part for more",
    "combining marks": "Nguyễn Thi\u0323\u0302 e\u0301te\u0301 n\u0303",
    "ligatures": "office affluent ﬁnal ﬀ waffle fjord efficient",
    "soft hyphens": "Quality\u00adassurance, co\u00adoperate, non\u2011breaking\u2011hyphen, zero\u200bwidth",
    "figures of both languages": "1.234,56 EUR and 1,234.56 USD on 11.03.2026",
    "marked up": '**Bold** [link](https://a.example/x_y) `code` 1 < 2 & "q" * star _x_',
}
NOT_IN_ADDRESSES = re.compile(r"[\s<>\"']")
MOST = "999999999999999.99 EUR"


def files_of(seed: int, text: str | None, paper: str, language: str) -> dict[str, str]:
    """The files of a workspace with a text in each field that takes any, on a paper, in a language.

    Of odd seeds the case has 40 events and 18 losses, among them the largest amount that can be written.
    """
    made = sow(seed, full=True).files()
    files = {name: json.loads(_with(made[name], text)) for name in KEPT}
    files["casewright.yaml"] |= {"paper": paper, "language": language}
    for name, data in files.items():
        if name.endswith("/customer.yaml"):
            data["language"] = language
        elif name.endswith("/cards.yaml") and seed % 2:
            data["events"] = [_event(one, number) for number in range(20) for one in data["events"]]
            data["impact"] = [_loss(one, number) for number in range(9) for one in data["impact"]]
    return {name: json.dumps(data, ensure_ascii=False) for name, data in files.items()}


def _with(file: str, text: str | None) -> str:
    if text is None:
        return file
    typed = json.dumps(text, ensure_ascii=False)
    behind = NOT_IN_ADDRESSES.sub("", text)
    address = json.dumps(f"https://trap.example/{behind}", ensure_ascii=False)
    return LINK.sub(lambda _: address, FREE.sub(lambda _: typed, file))


def _event(one: dict[str, str], number: int) -> dict[str, str]:
    at = f"2026-03-{1 + number % 9:02} {8 + number // 9:02}:15"
    return {**one, "id": f"{one['id']}-{number}", "at": at}


def _loss(one: dict[str, str], number: int) -> dict[str, str]:
    amount = {"amount": MOST} if number == 3 else {}
    return {**one, "id": f"{one['id']}-{number}", **amount}
