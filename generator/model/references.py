"""The types of fields that hold the key of something else."""

from typing import Annotated

from generator.model.marks import Ref, Target
from generator.model.scalars.texts import CaseKey, Id, Key

Person = Annotated[Key, Ref(Target.PERSON)]
"""Ours, the customer's or a third party's: any of the three keys."""
OurPerson = Annotated[Key, Ref(Target.OURS)]
TheirPerson = Annotated[Key, Ref(Target.THEIRS)]
Advocate = Annotated[Key, Ref(Target.ADVOCATE)]
RotationKey = Annotated[Key, Ref(Target.ROTATION)]
AreaKey = Annotated[Key, Ref(Target.AREA)]
PartyKey = Annotated[Key, Ref(Target.PARTY)]
Side = Annotated[Key, Ref(Target.SIDE)]
"""`customer`, `us` or a third party's key."""
CustomerKey = Annotated[Key, Ref(Target.CUSTOMER)]
CaseRef = Annotated[CaseKey, Ref(Target.CASE)]
Product = Annotated[Key, Ref(Target.PRODUCT)]
Category = Annotated[Key, Ref(Target.CATEGORY)]
Segment = Annotated[Key, Ref(Target.SEGMENT)]
EvidenceRef = Annotated[Id, Ref(Target.EVIDENCE)]
ActionRef = Annotated[Id, Ref(Target.ACTION)]
CriterionRef = Annotated[Id, Ref(Target.CRITERION)]
MeetingRef = Annotated[Id, Ref(Target.MEETING)]
CommitmentRef = Annotated[Id, Ref(Target.COMMITMENT)]
Purpose = Annotated[Id, Ref(Target.PURPOSE)]
ItemRef = Annotated[Id, Ref(Target.ITEM)]
