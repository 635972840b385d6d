"""The records that derivations take: as the model has them, or as a reader sees them."""

from generator.audience.customer_case import (
    ActionShown,
    CriterionShown,
    CustomerCase,
    DisputeShown,
    EventShown,
    GetWellShown,
    ImpactShown,
    MeetingShown,
    TrialShown,
)
from generator.model.case import Case
from generator.model.chronology import Event, Impact
from generator.model.close_out import Dispute
from generator.model.meetings import Meeting
from generator.model.plan import Action, ExitCriterion, GetWell, Trial

AnyCase = Case | CustomerCase
AnyEvent = Event | EventShown
AnyImpact = Impact | ImpactShown
AnyAction = Action | ActionShown
AnyCriterion = ExitCriterion | CriterionShown
AnyDispute = Dispute | DisputeShown
AnyGetWell = GetWell | GetWellShown
AnyMeeting = Meeting | MeetingShown
AnyTrial = Trial | TrialShown
