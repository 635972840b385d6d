"""What the management review of a case is rendered from: the first page's findings, then the case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.audience.faces import Face, Faces
from generator.derive.ladder_calls import Climb, climbs, rings
from generator.derive.ledger import Promise, promises_of
from generator.derive.review import at_stake, decisions_wanted
from generator.model.settings import RUNGS
from generator.model.workspace import CaseFile, Workspace


@dataclass(frozen=True, slots=True)
class ClimbShown:
    """One climb of the call log with the names of its area and of who took it on.

    `climbed` says whether a call for help went past the first rung; calls for awareness and standing requests go up
    on purpose. `at_night` counts the rings that came at night where the person is.
    """

    climb: Climb
    area: str
    asked: datetime | None
    by: Face | None
    at_night: int

    @property
    def climbed(self) -> bool:
        """Whether nobody on the first rung took it on."""
        return self.climb.escalation.why == "needed" and self.climb.highest not in (None, RUNGS[0])


@dataclass(frozen=True, slots=True)
class PromiseShown:
    """A promise with the face of who answers for it."""

    promise: Promise
    by: Face | None


def review_of(file: CaseFile, workspace: Workspace, as_of: datetime) -> Mapping[str, Any]:
    """What the review's template may ask for beside what every paper of the case has; `as_of` is aware."""
    faces = Faces(workspace, file.owner, file, "internal")
    review, made = file.case.review, [_climb(one, workspace, faces) for one in climbs(workspace, [file])]
    promises = [PromiseShown(one, faces.of(one.by)) for one in promises_of(file, workspace, as_of)]
    kept = [one for one in promises if one.promise.state in ("kept", "kept-late")]
    return {
        "review": review,
        "wanted": decisions_wanted(file.case, as_of),
        "decided": [(one, faces.of(one.by)) for one in (review.decisions if review else ()) if one.decided],
        "attended": [face for key in (review.attended if review else ()) if (face := faces.of(key))],
        "at_stake": at_stake(review.exposure if review else []),
        "late": [one for one in promises if one.promise.state == "late"],
        "open": [one for one in promises if one.promise.state == "open"],
        "kept": len(kept),
        "kept_late": sum(one.promise.state == "kept-late" for one in kept),
        "climbs": sorted(made, key=lambda one: not one.climbed),
        "products": {key: product.name for key, product in workspace.settings.products.items()},
    }


def _climb(climb: Climb, workspace: Workspace, faces: Faces) -> ClimbShown:
    area = workspace.contacts.areas.get(climb.area)
    at_night = sum(ring.is_at_night for ring in rings(workspace, [climb]))
    asked = climb.asked.astimezone(climb.file.zone) if climb.asked else None
    return ClimbShown(climb, area.name if area else climb.area, asked, faces.of(climb.by), at_night)
