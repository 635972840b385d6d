"""Trials of a mitigation: their three numbers, and the decision once they are over."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.codes import code
from generator.derive.trial import disagree, trial_dates
from generator.finding import Finding, Severity
from generator.model.recommendations import Mitigation, Trial
from generator.rules.in_words import counted
from generator.rules.scene import Scene
from generator.source.nodes import Path

TRIAL_DISAGREES = code(
    "trial-numbers-disagree",
    Severity.ERROR,
    "A trial whose three numbers do not fit together",
    "Of the first day, the number of days and the switch-off day any two will do, because the third follows. Where all "
    "three are typed they must agree, or a customer reads two different ends.",
)
TRIAL_INCOMPLETE = code(
    "trial-incomplete",
    Severity.ERROR,
    "A trial whose end nobody can tell",
    "Of the first day, the number of days and the switch-off day, two must be there. The customer reads on which day "
    "the service is switched off.",
)
TRIAL_UNDECIDED = code(
    "trial-undecided",
    Severity.WARNING,
    "A trial past its switch-off day with no decision",
    "After the switch-off day the service is either bought or off. Record what the customer decided; nothing stays "
    "open-ended.",
    clock=True,
)
TRIAL_LONGER = code(
    "trial-longer-than-period",
    Severity.WARNING,
    "A trial that is longer than the period its price is for",
    "The offer sets what was lost against the price over its period. Where the trial alone lasts longer than that, one "
    "of the two is mistyped, or the price says too little of what it costs to keep the service.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with the trials of a case."""
    for index, item in enumerate(scene.case.recommendations):
        if item.mitigation and item.mitigation.trial:
            path = ("recommendations", index, "mitigation", "trial")
            yield from of_trial(scene, item.mitigation, item.mitigation.trial, path)


def of_trial(scene: Scene, offer: Mitigation, trial: Trial, path: Path) -> Iterator[Finding]:
    """What is wrong with one trial."""
    dates = trial_dates(trial)
    if dates is None:
        remedy = "Write two of `start`, `days` and `switch_off`."
        yield TRIAL_INCOMPLETE.at(scene.place(*path), "Nothing says on which day the trial ends.", remedy)
        return
    if disagree(trial) and trial.switch_off:
        length = f"{counted(dates.days, 'day')} from {scene.words(dates.start)} end on {scene.words(dates.switch_off)}"
        message = f"{length}, and `switch_off` says {scene.words(trial.switch_off)}."
        remedy = "Correct one of `start`, `days` and `switch_off`, or leave one out."
        yield TRIAL_DISAGREES.at(scene.place(*path, "switch_off"), message, remedy)
        return
    if offer.price and offer.period and timedelta(days=dates.days) > offer.period.about:
        message = f"The trial lasts {counted(dates.days, 'day')}, and its price is for {offer.period}."
        remedy = (
            "Write the price for a period at least as long, for example for `365 days`, or shorten the trial."
        )
        yield TRIAL_LONGER.at(scene.place(*path[:-1], "period"), message, remedy)
    over = (scene.now.date() - dates.switch_off).days
    if offer.decision is None and over > 0:
        yield undecided(scene, offer, dates.switch_off, over, path)


def undecided(scene: Scene, offer: Mitigation, ended: date, over: int, path: Path) -> Finding:
    """The finding for a trial that ended so many days ago and that nobody decided on."""
    product = scene.workspace.settings.products.get(offer.product)
    name, ago = product.name if product else offer.product, counted(over, "day")
    message = f"The trial of {name} ended on {scene.words(ended)}, {ago} ago, with no decision."
    remedy = "Add `decision: {answer: taken, on: ..., by: ...}` or `answer: refused` to the mitigation."
    return TRIAL_UNDECIDED.at(scene.place(*path), message, remedy)
