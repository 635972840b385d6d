"""Ordinary prose about outages, as status pages are full of it: the same words over and over, inside and outside."""

import json
from random import Random

OPENINGS = (
    "We are investigating reports of {trouble} in {place}.",
    "Since {when} some of you see {trouble} in {place}; we are looking into it.",
    "Our monitoring tells of {trouble} in {place}.",
    "You may notice {trouble} while you use {place}.",
)
MIDDLES = (
    "We have found that {cause}, and we are working on it.",
    "The team of {place} has {step}; the numbers look better than at {when}.",
    "It turns out that {cause}. We have {step} and keep an eye on it.",
    "Work on {place} goes on. So far we have {step}.",
    "We have {step}, but {trouble} came back at {when}.",
)
ENDINGS = (
    "{place} has been stable since {when}. This incident is closed.",
    "We have {step} and all services are back to normal. Thank you for your patience.",
    "The cause was that {cause}. Everything works again since {when}.",
    "No more {trouble} since {when}; we are closing this.",
)
WORDS = {
    "trouble": (
        "slow pages",
        "errors on sign-in",
        "builds that hang",
        "missing mails",
        "timeouts of the search",
        "failing downloads",
        "certificate warnings",
        "long queues of jobs",
    ),
    "place": (
        "the update centre",
        "the artifact repository",
        "the mirror network",
        "the wiki",
        "the issue tracker",
        "the build farm",
        "the plugin site",
        "the mail relay",
    ),
    "cause": (
        "a disk of the database server is full",
        "the certificate was not renewed in time",
        "our provider has a network outage in the region",
        "an upgrade left the cache in a bad state",
        "the number of requests is five times what it was last week",
        "a rule of the firewall blocks some of the mirrors",
    ),
    "step": (
        "restarted the service",
        "moved the traffic to another region",
        "added two more servers",
        "rolled the upgrade back",
        "cleaned the cache by hand",
        "renewed the certificate",
        "asked the provider for help",
        "made the disk twice as large",
    ),
    "when": (
        "7:15 UTC",
        "noon",
        "this morning",
        "09:40 UTC",
        "last night",
        "the end of the maintenance",
        "14:00 UTC",
    ),
}


def message(hand: Random, kinds: tuple[str, ...]) -> str:
    """A message of two or three sentences."""
    sentences = [hand.choice(kinds), *hand.sample(MIDDLES, hand.randint(1, 2))]
    return " ".join(
        one.format(**{key: hand.choice(words) for key, words in WORDS.items()}) for one in sentences
    )


def incident(hand: Random) -> str:
    """A case file of an incident with two to six messages, every second one ours alone."""
    kinds = [OPENINGS, *[MIDDLES] * hand.randint(0, 4), ENDINGS]
    events = [
        {
            "at": f"2026-02-{number + 10} {hand.randint(10, 16)}:{hand.randint(10, 59)}",
            "by": "us",
            "contact": "out",
            "what": message(hand, kind),
            **({"audience": "internal"} if number % 2 else {}),
        }
        for number, kind in enumerate(kinds)
    ]
    words = {key: hand.choice(words) for key, words in WORDS.items()}
    case = {
        "title": "{trouble} in {place}".format(**words).capitalize(),
        "opened": "2026-02-10 09:00",
        "advocate": "ines",
        "severity": str(hand.randint(1, 3)),
        "customer_sees": ["events", "summary"],
        "summary": message(hand, ENDINGS),
        "events": events,
    }
    return json.dumps(case, indent=1)


def incidents(number: int) -> dict[str, str]:
    """So many case files of one customer."""
    hand = Random(20260311)
    return {f"cases/kestrel/incident-{one:03}.yaml": incident(hand) for one in range(number)}
