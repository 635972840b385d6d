"""The records that derivations take: as the model has them, or as a reader sees them."""

from generator.audience.customer_case import CustomerCase
from generator.audience.shown.actions import ActionShown
from generator.audience.shown.chronology import EventShown, ImpactShown
from generator.audience.shown.close_out import DisputeShown
from generator.audience.shown.criteria import CriterionShown
from generator.audience.shown.get_well import GetWellShown
from generator.audience.shown.meetings import MeetingShown
from generator.audience.shown.recommendations import TrialShown
from generator.model.actions import Action
from generator.model.case import Case
from generator.model.chronology import Event, Impact
from generator.model.close_out import Dispute
from generator.model.criteria import ExitCriterion
from generator.model.get_well import GetWell
from generator.model.meetings import Meeting
from generator.model.recommendations import Trial

AnyCase = Case | CustomerCase
AnyEvent = Event | EventShown
AnyImpact = Impact | ImpactShown
AnyAction = Action | ActionShown
AnyCriterion = ExitCriterion | CriterionShown
AnyDispute = Dispute | DisputeShown
AnyGetWell = GetWell | GetWellShown
AnyMeeting = Meeting | MeetingShown
AnyTrial = Trial | TrialShown
