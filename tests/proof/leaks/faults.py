"""Faults that somebody could make in the projection or in the gate, each as one text put in place of another."""

from typing import NamedTuple


class Fault(NamedTuple):
    """What goes wrong, in which module, and how."""

    what: str
    module: str
    old: str
    new: str


READERS = "audience/readers.py"
ACTIONS = "audience/sections/actions.py"
CHRONOLOGY = "audience/sections/chronology.py"
CLOSE_OUT = "audience/sections/close_out.py"
GET_WELL = "audience/sections/get_well.py"
RECOMMENDATIONS = "audience/sections/recommendations.py"
PROJECT = "audience/project.py"
VISIBILITY = "audience/visibility.py"
FACES = "audience/faces.py"
PROJECTION = (PROJECT, READERS, ACTIONS, CHRONOLOGY, CLOSE_OUT, GET_WELL, RECOMMENDATIONS, VISIBILITY, FACES)
SECRETS = "audience/secrets.py"
SIGHTINGS = "audience/sightings.py"
PASSAGES = "audience/passages.py"
SQUEEZE = "audience/squeeze.py"
GATE = "inspect/gate.py"
RUNS = "inspect/runs.py"
READINGS = "inspect/readings.py"
PDF_TEXT = "inspect/pdf_text.py"
CUSTOMER = "build/customer.py"

FAULTS = (
    Fault(
        "`what` is printed where `say` stands",
        READERS,
        "return str(said or item.what)",
        "return str(item.what)",
    ),
    Fault(
        "a reference outlives what is withheld", READERS, "if self.sees.whole or key in self.ids)", "if key)"
    ),
    Fault(
        "an offer shows with its recommendation",
        RECOMMENDATIONS,
        "offer = item.mitigation if readers.sees.offer(item.mitigation) else None",
        "offer = item.mitigation",
    ),
    Fault(
        "why two cases are related is told",
        CLOSE_OUT,
        "say = item.say if not readers.sees.whole else item.say or item.why",
        "say = item.say or item.why",
    ),
    Fault(
        "a dispute names another customer's case",
        CLOSE_OUT,
        "case=item.case if readers.sees.whole else own",
        "case=item.case",
    ),
    Fault(
        "a promise names a withheld meeting",
        ACTIONS,
        "if where in readers.withheld:",
        "if not readers.withheld:",
    ),
    Fault(
        "an evidence's file shows with its title",
        CHRONOLOGY,
        'opened = sees.whole or item.audience == "customer"',
        "opened = True",
    ),
    Fault(
        "a withheld get-well plan shows its dates",
        GET_WELL,
        'if not readers.sees.section("get_well"):',
        "if False:",
    ),
    Fault(
        "a withheld close-out shows its answer",
        CLOSE_OUT,
        'if not readers.sees.section("close_out"):',
        "if False:",
    ),
    Fault(
        "every milestone shows",
        GET_WELL,
        'for item in readers.sees.shown("get_well", plan.milestones)',
        "for item in plan.milestones",
    ),
    Fault(
        "every dispute shows",
        CLOSE_OUT,
        'for item in readers.sees.shown("close_out", end.disputes)',
        "for item in end.disputes",
    ),
    Fault(
        "the summary shows always",
        PROJECT,
        '"summary": summary if sees.section("summary") else None',
        '"summary": summary',
    ),
    Fault(
        "what the customer wants shows always",
        PROJECT,
        '"wants": wants if sees.section("summary") else None',
        '"wants": wants',
    ),
    Fault(
        "why no cause is known shows always",
        PROJECT,
        'case.cause_unknown if sees.section("root_causes") else None',
        "case.cause_unknown",
    ),
    Fault(
        "who has left the team is listed",
        PROJECT,
        "if member.left is None or sees.whole]",
        "if member.person]",
    ),
    Fault(
        "every promise between cases shows",
        PROJECT,
        'for item in sees.shown("commitments", file.owner.customer.commitments)',
        "for item in file.owner.customer.commitments",
    ),
    Fault(
        "the customer's copy is our own",
        PROJECT,
        "return CustomerCase(**_fields(file, workspace, as_of, Visibility(file.case, file.owner.key)))",
        "return CustomerCase(**_fields(file, workspace, as_of, Visibility(file.case, file.owner.key, whole=True)))",
    ),
    Fault(
        "people are shown to customers as to us",
        PROJECT,
        '"internal" if sees.whole else "customer"',
        '"internal"',
    ),
    Fault(
        "an item cannot be kept inside",
        VISIBILITY,
        'said == "customer" or (said is None and section in self.case.customer_sees)',
        'said == "customer" or section in self.case.customer_sees',
    ),
    Fault(
        "an item is seen where nothing is said",
        VISIBILITY,
        "(said is None and section in self.case.customer_sees)",
        "said is None",
    ),
    Fault("swirl shows unsaid", VISIBILITY, "return withheld_until_said(item)", "return False"),
    Fault("another's factor shows unsaid", VISIBILITY, 'or factor.owner not in (None, "us"))', ")"),
    Fault("a dry run is a meeting", VISIBILITY, '("dry-run", "management-review")', '("management-review",)'),
    Fault(
        "a case of another customer is related",
        VISIBILITY,
        'return not str(item.case).startswith(f"{self.customer}/")',
        "return False",
    ),
    Fault(
        "a case of a like-named customer is related",
        VISIBILITY,
        'startswith(f"{self.customer}/")',
        "startswith(self.customer)",
    ),
    Fault(
        "an offer is open unless closed",
        VISIBILITY,
        'mitigation.audience == "customer")',
        'mitigation.audience != "internal")',
    ),
    Fault("a role is a name", FACES, "return Face(role,", "return Face(record.name,"),
    Fault(
        "our own number is given out",
        FACES,
        'record.customer_phone if level == "contact" else None',
        'record.customer_phone if level == "contact" else record.phone',
    ),
    Fault("a name brings a number", FACES, 'if level == "contact" else None', "or None"),
    Fault(
        "their people's numbers are printed", FACES, 'inside = self.audience == "internal"', "inside = True"
    ),
    Fault(
        "a key nobody has is printed", FACES, 'key if self.audience == "internal" else "a colleague"', "key"
    ),
    Fault(
        "a case cannot lower a person",
        FACES,
        "return said[-1] if said else record.shown_as",
        "return max([*said, record.shown_as], key=LEVELS.index)",
    ),
    Fault("nine words in a row are wanted", RUNS, "RUN = 8", "RUN = 9"),
    Fault("five words are too few for a field", RUNS, "WHOLE_FROM = 4", "WHOLE_FROM = 6"),
    Fault("thirty letters are too few for a field", RUNS, "WHOLE_LETTERS = 24", "WHOLE_LETTERS = 31"),
    Fault(
        "the last run of a field is left out", RUNS, "range(len(words) - RUN + 1)", "range(len(words) - RUN)"
    ),
    Fault(
        "Markdown hides a run",
        RUNS,
        'return {text, unescape(ADDRESS.sub("]", BULLET.sub("", text)))}',
        "return {text}",
    ),
    Fault(
        "the last place of a text is left out",
        RUNS,
        "range(len(stream) - ANCHOR + 1)",
        "range(len(stream) - ANCHOR)",
    ),
    Fault(
        "capitals hide a sentence",
        SQUEEZE,
        'return NOISE.sub("", self.text.casefold())',
        'return NOISE.sub("", self.text)',
    ),
    Fault("wide letters hide a sentence", SQUEEZE, 'normalize("NFKC", text)', 'normalize("NFC", text)'),
    Fault("names are not looked for", GATE, "if secret.sort is not Sort.PROSE]", "if not secret]"),
    Fault(
        "every secret is public",
        GATE,
        "(*secrets.public,",
        "(*(one.text for one in secrets.hidden), *secrets.public,",
    ),
    Fault(
        "only the first reading counts",
        GATE,
        "for reading in readings(name, data):",
        "for reading in [*readings(name, data)][:1]:",
    ),
    Fault(
        "a file's name is not read",
        READINGS,
        "for text in (name, *texts_of(name, data)):",
        "for text in texts_of(name, data):",
    ),
    Fault("percent hides", READINGS, "yield unquote(text)", "yield text"),
    Fault("a tag joins two words into one", READINGS, "TAG.sub(SEAM, text)", 'TAG.sub("x", text)'),
    Fault("the objects of a PDF are not read", READINGS, "yield SEAM.join(object_texts(data))", "yield SEAM"),
    Fault("the pages of a PDF are not read", READINGS, 'yield "\\n".join(page_texts(data))', "yield SEAM"),
    Fault(
        "keys of a PDF's dictionaries are not read",
        PDF_TEXT,
        "yield from inner(value, drawn, depth)\n    elif isinstance(found, pikepdf.Array)",
        "pass\n    elif isinstance(found, pikepdf.Array)",
    ),
    Fault("mail addresses are not secret", SECRETS, "if person.email:", "if not person.name:"),
    Fault("aliases are not secret", SECRETS, "if len(alias) >= ALIAS_FROM", "if not alias"),
    Fault(
        "what is seen is the secret",
        SECRETS,
        "for one in passages if not one.seen)",
        "for one in passages if one.seen)",
    ),
    Fault(
        "a number is known by one writing",
        SIGHTINGS,
        "forms = {whole,",
        "return frozenset([whole])\n    forms = {whole,",
    ),
    Fault("a key ends no path", SIGHTINGS, "|/{BREAK})({within})", ")({within})"),
    Fault("a line's end hides a key", SIGHTINGS, "|/{BREAK})({within})", "|/)({within})"),
    Fault(
        "a hyphen at a line's end hides an address",
        PDF_TEXT,
        'replace(LINE_END_HYPHEN, "-\\r\\n")',
        "replace(LINE_END_HYPHEN, LINE_END_HYPHEN)",
    ),
    Fault("an evidence's link is public", PASSAGES, 'return record.audience == "customer"', "return True"),
    Fault(
        "an item kept inside is public",
        PASSAGES,
        'return seen and said != "internal"',
        "return seen",
    ),
    Fault("what `say` replaces is public", PASSAGES, "return record.say is None", "return True"),
    Fault(
        "the build passes over the gate",
        CUSTOMER,
        "leaks = leaks_of(recorded.outputs,",
        "leaks = leaks_of({},",
    ),
)
