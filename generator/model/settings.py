"""casewright.yaml: what a team sets once, all of it optional."""

from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from generator.model.base import Notes, Record, Short
from generator.model.marks import Always, Never, Shown
from generator.model.references import AreaKey, OurPerson
from generator.model.scalars.durations import Duration, Span
from generator.model.scalars.hours import Hours, Served
from generator.model.scalars.texts import Colour, Key, Link, SeverityLevel, Text, Whole, YesNo
from generator.model.scalars.zones import Zone

Rung = Literal["primary", "backup", "manager", "director", "vp"]
RUNGS: tuple[Rung, ...] = ("primary", "backup", "manager", "director", "vp")
Stage = Literal["engaged", "planning", "customer-review", "get-well", "closed"]
STAGES: tuple[Stage, ...] = ("engaged", "planning", "customer-review", "get-well", "closed")
Language = Literal["en", "de"]
SEVERITIES = {1: "Business stopped", 2: "Business hurt", 3: "Nuisance", 4: "Question"}


class SegmentPlan(Short):
    """What customers of one segment are entitled to."""

    main = "name"
    name: Never[Text]
    """The segment's name."""
    update_every: Never[dict[SeverityLevel, Span]] = Field(default_factory=dict)
    """By severity, the longest time between two contacts; it counts the segment's own hours."""
    get_well_every: Never[Span | None] = None
    """How often a get-well plan is reviewed with the customer, and a reading grows stale."""
    hours: Never[Served] = Hours()
    """When the segment is served: `24x7` or `Mon-Fri 08:00-18:00`, in the customer's zone."""
    attends: Never[list[Text]] = Field(default_factory=list)
    """Who comes to a customer meeting: advocate, account_manager, sponsor, manager, director, vp."""
    inform_up_to: Never[Rung | None] = None
    """How far up the ladder management is told."""
    default: Never[YesNo] = False
    """Whether customers without a segment belong here."""


class Ladder(Record):
    """How a real-time call climbs."""

    step: Never[Span] = Duration(15, "minute")
    """Minutes on one rung before the next is rung."""
    tolerance: Never[Span] = Duration(5, "minute")
    """How much later than a step a call may come."""
    last_resort: Never[OurPerson | None] = None
    """Whom to ring after the VP."""


class ProductPlan(Short):
    """Something we sell, services included."""

    main = "name"
    name: Shown[Text]
    """The name a customer knows it by; stands in an offer that they may read."""
    area: Never[AreaKey | None] = None
    """The area that answers for it."""
    aliases: Never[list[Text]] = Field(default_factory=list)
    """Other names in use."""


class ReviewAfter(Record):
    """How long a confirmed number, the matrix and an open case stay fresh."""

    matrix: Never[Span] = Duration(30, "day")
    """The matrix as a whole."""
    primary: Never[Span] = Duration(30, "day")
    """Numbers on the first rung."""
    backup: Never[Span] = Duration(30, "day")
    """Numbers on the second rung."""
    manager: Never[Span] = Duration(180, "day")
    """Numbers of managers."""
    director: Never[Span] = Duration(180, "day")
    """Numbers of directors."""
    vp: Never[Span] = Duration(180, "day")
    """Numbers of vice presidents."""
    case: Never[Span] = Duration(7, "day")
    """An open case with nothing new."""


class CloseOutRule(Record):
    """When a silent customer may count as `unconfirmed`."""

    attempts: Never[Whole] = 3
    """How often the customer must have been tried."""
    over: Never[Span] = Duration(10, "day")
    """Over how long."""


class IssueRule(Record):
    """What a customer paper needs before it is issued."""

    needs: Never[dict[SeverityLevel, list[Text]]] = Field(default_factory=dict)
    """By severity, whose approval: sponsor, advocate, account_manager or a person's key."""


class LeakAllowance(Record):
    """One text that the leak gate lets pass, and why."""

    text: Never[Text]
    """The text."""
    why: Never[Text]
    """The reason, listed on the findings page."""


class LeakPatterns(Record):
    """What must never stand in a customer's paper, beside what the projection leaves out."""

    domains: Never[list[Text]] = Field(default_factory=list)
    """Internal mail domains."""
    hosts: Never[list[Text]] = Field(default_factory=list)
    """Internal hosts."""
    links: Never[list[Text]] = Field(default_factory=list)
    """Internal links."""
    allow: Never[list[LeakAllowance]] = Field(default_factory=list)
    """What may pass all the same."""


class FiguresRule(Record):
    """How many cases must stand behind a figure."""

    at_least: Never[Whole] = 3
    """Fewer cases than this: said, not shown."""


class WordingRule(Record):
    """Phrases that detract, beside those that ship."""

    extend: Never[list[Text]] = Field(default_factory=list)
    """Phrases of the team's own."""
    without: Never[list[Text]] = Field(default_factory=list)
    """Groups (accusing, absolute, belittling, evasive, in-house) or single phrases that are left alone."""


class Site(Record):
    """The site's own words."""

    title: Never[Text | None] = None
    """Its title; `ORGANISATION casework` unless said."""
    address: Never[Link | None] = None
    """Where it is published."""
    edit: Never[Link | None] = None
    """Where a file of the workspace is edited; the file's path is put behind it."""


class Colours(Record):
    """The letterhead's colours."""

    structure: Always[Colour] = "#0b5a54"
    """Headings and rules."""


class Settings(Record):
    """casewright.yaml as a whole."""

    organisation: Always[Text] = "Customer Advocacy"
    """Who we are, as a customer knows us."""
    timezone: Always[Zone] = ZoneInfo("UTC")
    """Where a moment without an offset is, unless something nearer says."""
    language: Always[Language] = "en"
    """Of headings and dates."""
    paper: Never[Literal["A4", "Letter"]] = "A4"
    """The size that papers print on."""
    logo: Always[Text | None] = None
    """A picture in the workspace for the letterhead."""
    colours: Always[Colours] = Field(default_factory=Colours)
    """The letterhead's colours."""
    grace: Never[Span] = Duration(24, "hour")
    """How long a new case may lack what is only expected of it."""
    stage_age: Never[dict[Stage, Span]] = Field(default_factory=dict)
    """How long a case may stay in a stage."""
    reopen_within: Never[Span] = Duration(30, "day")
    """How long a closed case whose criterion proves false may go back."""
    severities: Never[dict[SeverityLevel, Text]] = Field(default_factory=lambda: dict(SEVERITIES))
    """What each severity means; 1 is worst."""
    segments: Never[dict[Key, SegmentPlan]] = Field(default_factory=dict)
    """Customer segments and what they entitle to."""
    ladder: Never[Ladder] = Field(default_factory=Ladder)
    """How real-time calls climb."""
    products: Never[dict[Key, ProductPlan]] = Field(default_factory=dict)
    """What we sell."""
    cause_categories: Never[dict[Key, Text]] = Field(default_factory=dict)
    """Kinds of cause, for the roll-up."""
    review_after: Never[ReviewAfter] = Field(default_factory=ReviewAfter)
    """How long things stay fresh."""
    close_out: Never[CloseOutRule] = Field(default_factory=CloseOutRule)
    """When silence closes a case."""
    issue: Never[IssueRule] = Field(default_factory=IssueRule)
    """Approvals before issuing."""
    bridge: Never[Text | None] = None
    """The standing con-call; internal."""
    leaks: Never[LeakPatterns] = Field(default_factory=LeakPatterns)
    """What the leak gate looks for."""
    figures: Never[FiguresRule] = Field(default_factory=FiguresRule)
    """When a figure may be shown."""
    recurrence: Never[Whole] = 3
    """How many cases of one cause and product ask for a link or a lesson."""
    wording: Never[WordingRule] = Field(default_factory=WordingRule)
    """Phrases to keep out of a customer's papers."""
    site: Never[Site] = Field(default_factory=Site)
    """The site's own words."""
    notes: Never[Notes] = Field(default_factory=list)
    """For the team itself."""
