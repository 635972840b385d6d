"""The trace from cause to action to criterion, with its loose ends."""

from pathlib import Path

from generator.audience.project import open_up
from generator.derive.trace import trace
from tests.making import at, make_case

NOW = at("2026-03-11 14:30")
PLAN = """
root_causes:
  - {id: C1, what: A limit was lowered, state: confirmed}
  - {id: C2, what: Nobody read the alarm}
  - {id: C3, what: The weather, state: ruled-out}
contributing_factors: [{id: F1, what: A mail, owner: us}, {id: F2, what: Another mail, owner: us}]
recommendations: [{id: R1, what: Read changes twice}]
exit_criteria:
  - {id: X1, what: A quiet week}
  - {id: X2, what: A drill}
  - {id: X3, what: Moved away, dropped: {why: moved}}
actions:
  - {id: A1, what: Raise it, serves: [C1, X1]}
  - {id: A2, what: Test it, serves: [C1, F1]}
  - {id: A3, what: Count, serves: [X1]}
  - {id: A4, what: Meet}
  - {id: A5, what: Given up, serves: [C2], dropped: {why: no}}
"""


def test_each_cause_leads_to_its_actions_and_each_loose_end_is_told(tmp_path: Path) -> None:
    file, workspace = make_case(tmp_path, PLAN)
    steps = trace(open_up(file, workspace, NOW))
    assert [(one.source, one.index, one.action, one.criteria, one.first) for one in steps] == [
        ("cause", 0, 0, (0,), True),
        ("cause", 0, 1, (), False),
        ("cause", 1, None, (), True),
        ("factor", 0, 1, (), True),
        ("none", 0, 2, (0,), True),
        ("none", 0, 3, (), True),
        ("none", 0, None, (1,), True),
    ]


def test_a_case_without_a_plan_has_no_trace(tmp_path: Path) -> None:
    file, workspace = make_case(tmp_path, "severity: 3\n")
    assert trace(open_up(file, workspace, NOW)) == ()
