"""What sort of thing a statement tells, seen once when it is laid on a shelf."""

from knowledge.asking.shelves.giving_reasons import gives_reason
from knowledge.asking.shelves.section_kinds import is_closing, proposes
from knowledge.asking.shelves.tells import Tells
from knowledge.facts import Measure, Role, Statement
from knowledge.grammar.sought import Sought

# "Tỷ lệ … đạt 61,3% (chỉ tiêu 70%)"
_BESIDE = Sought(r"\((?:chi tieu|muc tieu|ke hoach)\b")


def tells_of(statement: Statement, folded: str, written: str, headed: Tells) -> Tells:
    """All that a statement of these words tells, beneath headings that name those sections."""
    return _tells(statement, folded, written) | _in_section(statement, folded, headed)


def _tells(statement: Statement, folded: str, written: str) -> Tells:
    tells = Tells(0)
    if any(c.role is Role.LISTED for c in statement.citations):
        tells |= Tells.LISTED
    if statement.task is not None or any(c.responsible and c.status for c in statement.citations):
        tells |= Tells.ASSIGNED
    if "|" in folded:
        tells |= Tells.ROW
    if "|" in folded and statement.task is not None:
        tells |= Tells.WORK
    if ("|" in folded or _BESIDE.search(folded)) and any(f.measure is Measure.TARGET for f in statement.figures):
        tells |= Tells.TARGET
    if gives_reason(written):
        tells |= Tells.REASON
    return tells


def _in_section(statement: Statement, folded: str, headed: Tells) -> Tells:
    """In which sections it may be told, by what the headings above it name."""
    if statement.kind == "heading":
        return Tells(0)
    told = Tells(0) if headed and is_closing(folded) else headed
    return told | Tells.PROPOSAL if proposes(folded) else told
