"""Builds the parts of a case that readers see, one section each."""

from dataclasses import dataclass
from typing import Any

from generator.audience.faces import Faces
from generator.audience.shown.actions import ActionShown, CommitmentShown, DroppedShown
from generator.audience.shown.causes import CauseShown, FactorShown
from generator.audience.shown.chronology import EventShown, EvidenceShown, ImpactShown, OtherAccountShown
from generator.audience.shown.close_out import (
    CloseOutShown,
    DisputeShown,
    HandedBackShown,
    LessonShown,
    RelatedShown,
)
from generator.audience.shown.criteria import AgreedShown, AmendedShown, CriterionShown, ReadingShown
from generator.audience.shown.get_well import ExtensionShown, GetWellShown, MilestoneShown
from generator.audience.shown.meetings import AttendeeShown, MeetingShown, TopicShown
from generator.audience.shown.recommendations import (
    CheckpointShown,
    DecisionShown,
    MitigationShown,
    RecommendationShown,
    TrialShown,
)
from generator.audience.visibility import Visibility
from generator.model.chronology import Event, Evidence, Impact
from generator.model.close_out import CloseOut, Dispute, Lesson, Related
from generator.model.customer import Commitment
from generator.model.meetings import Meeting
from generator.model.plan import (
    Action,
    Agreed,
    ExitCriterion,
    Factor,
    GetWell,
    Mitigation,
    Recommendation,
    RootCause,
    Trial,
)
from generator.model.workspace import CaseFile, Workspace


@dataclass(frozen=True)
class Parts:
    """What a section's items become for the readers of one case."""

    file: CaseFile
    workspace: Workspace
    faces: Faces
    sees: Visibility
    evidence: dict[str, EvidenceShown]
    ids: frozenset[str]
    withheld: frozenset[str]

    def words(self, item: Any) -> str:
        """The item's text for these readers: what we say to the customer, where we say it otherwise."""
        said = None if self.sees.whole else item.say
        return str(said or item.what)

    def cited(self, ids: list[str]) -> tuple[EvidenceShown, ...]:
        """The evidence behind ids; what is withheld goes with its reference."""
        return tuple(self.evidence[key] for key in ids if key in self.evidence)

    def known(self, ids: list[str]) -> tuple[str, ...]:
        """The ids that these readers see."""
        return tuple(key for key in ids if self.sees.whole or key in self.ids)

    def event(self, event: Event) -> EventShown:
        other = event.disputed
        return EventShown(
            at=event.at,
            what=self.words(event),
            id=event.id,
            until=event.until,
            zone=event.timezone,
            approximate=event.approximate,
            by=self.faces.side(event.by),
            person=self.faces.of(event.person),
            contact=event.contact,
            channel=event.channel,
            next_update=event.next_update,
            evidence=self.cited(event.evidence),
            disputed=OtherAccountShown(self.faces.of(other.by), other.says) if other else None,
        )

    def impact(self, impact: Impact) -> ImpactShown:
        return ImpactShown(
            what=self.words(impact),
            id=impact.id,
            kind=impact.kind,
            amount=impact.amount,
            low=impact.low,
            high=impact.high,
            words=impact.words,
            recovered=impact.recovered,
            source=impact.source,
            basis=impact.basis,
            counts=impact.counts,
        )

    def cause(self, cause: RootCause) -> CauseShown:
        evidence = self.cited(cause.evidence)
        return CauseShown(self.words(cause), cause.state, cause.id, cause.how, evidence)

    def factor(self, factor: Factor) -> FactorShown:
        owner = self.faces.side(factor.owner)
        return FactorShown(self.words(factor), owner, factor.id, self.cited(factor.evidence))

    def action(self, action: Action) -> ActionShown:
        dropped = action.dropped
        return ActionShown(
            what=self.words(action),
            id=action.id,
            owner=self.faces.of(action.owner),
            due=action.due,
            done=action.done,
            dropped=DroppedShown(dropped.on, dropped.why) if dropped else None,
            depends_on=self.known(action.depends_on),
            serves=self.known(action.serves),
            evidence=self.cited(action.evidence),
        )

    def recommendation(self, item: Recommendation) -> RecommendationShown:
        offer = item.mitigation if self.sees.offer(item.mitigation) else None
        return RecommendationShown(
            what=self.words(item),
            id=item.id,
            owner=self.faces.of(item.owner),
            decision=item.decision,
            serves=self.known(item.serves),
            mitigation=self.mitigation(offer) if offer else None,
        )

    def mitigation(self, offer: Mitigation) -> MitigationShown:
        product = self.workspace.settings.products.get(offer.product)
        decision = offer.decision
        return MitigationShown(
            product=product.name if product else offer.product,
            prevents=offer.prevents,
            agreement=offer.agreement,
            price=offer.price,
            period=offer.period,
            trial=_trial(offer.trial) if offer.trial else None,
            decision=DecisionShown(decision.answer, decision.on, self.faces.of(decision.by))
            if decision
            else None,
        )

    def criterion(self, item: ExitCriterion) -> CriterionShown:
        dropped = item.dropped
        return CriterionShown(
            what=self.words(item),
            id=item.id,
            measure=item.measure,
            target=item.target,
            unit=item.unit,
            readings=tuple(ReadingShown(reading.at, reading.value) for reading in item.readings),
            agreed=self._agreed(item.agreed),
            met=AgreedShown(item.met.on, None, self.cited(item.met.evidence)) if item.met else None,
            accepted=AgreedShown(item.accepted.on, self.faces.of(item.accepted.by))
            if item.accepted
            else None,
            dropped=DroppedShown(dropped.on, dropped.why, self.faces.of(dropped.by)) if dropped else None,
            amended=tuple(
                AmendedShown(change.on, self.faces.of(change.by), change.before) for change in item.amended
            ),
            disputed=any(dispute.criterion == item.id and dispute.is_open for dispute in self._disputes()),
        )

    def _disputes(self) -> list[Dispute]:
        """The disputes that name a criterion; its state is told as it is, even where the close-out is withheld."""
        end = self.file.case.close_out
        return [dispute for dispute in end.disputes if dispute.criterion] if end else []

    def _agreed(self, agreed: Agreed | None) -> AgreedShown | None:
        return AgreedShown(agreed.on, self.faces.of(agreed.by)) if agreed else None

    def get_well(self, plan: GetWell) -> GetWellShown | None:
        """The plan, or of a plan that is withheld only the milestones that are opened one by one."""
        milestones = tuple(
            MilestoneShown(self.words(item), item.id, item.due, item.met)
            for item in self.sees.shown("get_well", plan.milestones)
        )
        if not self.sees.section("get_well"):
            return GetWellShown(milestones=milestones) if milestones else None
        extended = tuple(ExtensionShown(move.old, move.new, move.why, move.told) for move in plan.extended)
        return GetWellShown(plan.start, plan.end, milestones, extended)

    def commitment(self, item: Commitment) -> CommitmentShown:
        by, where = self.faces.of(item.by), item.where
        if where in self.withheld:
            where = None
        return CommitmentShown(self.words(item), item.id, item.made, by, where, item.due, item.kept)

    def meeting(self, meeting: Meeting) -> MeetingShown:
        return MeetingShown(
            id=meeting.id,
            kind=meeting.kind,
            at=meeting.at,
            zone=meeting.timezone or self.file.zone,
            minutes=meeting.minutes,
            purpose=meeting.purpose,
            where=meeting.where,
            bridge=meeting.bridge,
            attendees=tuple(
                AttendeeShown(face, one.role)
                for one in meeting.attendees
                if (face := self.faces.of(one.person))
            ),
            agenda=tuple(
                TopicShown(
                    topic.topic,
                    topic.minutes,
                    self.faces.of(topic.presenter),
                    topic.purpose,
                    topic.outcome,
                    next(iter(self.known([topic.carry])), None) if topic.carry else None,
                )
                for topic in meeting.agenda
            ),
            decisions=tuple(meeting.decisions),
            held=meeting.held,
        )

    def lesson(self, lesson: Lesson) -> LessonShown:
        return LessonShown(self.words(lesson), lesson.id)

    def related(self, item: Related) -> RelatedShown:
        other = self.workspace.cases.get(item.case)
        title = other.case.title if other else item.case
        say = item.say if not self.sees.whole else item.say or item.why
        return RelatedShown(title, item.case, item.how, say, item.id)

    def close_out(self, end: CloseOut) -> CloseOutShown | None:
        """The close-out, or of one that is withheld only the concerns that are opened one by one."""
        proposed, back = end.proposed, end.handed_back
        disputes = tuple(self.dispute(item) for item in self.sees.shown("close_out", end.disputes))
        if not self.sees.section("close_out"):
            return CloseOutShown(disputes=disputes) if disputes else None
        return CloseOutShown(
            proposed_on=proposed.on if proposed else None,
            proposed_by=self.faces.of(proposed.by) if proposed else None,
            proposed_to=self.faces.of(proposed.to) if proposed else None,
            answer=end.answer,
            on=end.on,
            by=self.faces.of(end.by),
            how=end.how,
            said=end.said,
            disputes=disputes,
            handed_back=HandedBackShown(self.faces.of(back.person), back.start, back.calls) if back else None,
        )

    def dispute(self, item: Dispute) -> DisputeShown:
        own = item.case if item.case and item.case.startswith(f"{self.file.owner.key}/") else None
        return DisputeShown(
            concern=item.concern,
            criterion=next(iter(self.known([item.criterion])), None) if item.criterion else None,
            by=self.faces.of(item.by),
            on=item.on,
            ruling=item.ruling,
            why=item.why,
            case=item.case if self.sees.whole else own,
            settled=item.settled,
            id=item.id,
        )


def evidence_shown(items: list[Evidence], sees: Visibility) -> dict[str, EvidenceShown]:
    """The evidence that is seen, numbered after the projection; its link and file only where the item opens them."""
    seen = {}
    for number, item in enumerate(sees.shown("evidence", items), 1):
        opened = sees.whole or item.audience == "customer"
        link, file = (item.link, item.file) if opened else (None, None)
        seen[item.id] = EvidenceShown(item.id, number, item.kind, item.title, item.date, link, file)
    return seen


def _trial(trial: Trial) -> TrialShown:
    points = tuple(CheckpointShown(point.on, point.what) for point in trial.checkpoints)
    return TrialShown(trial.start, trial.days, trial.switch_off, points)
