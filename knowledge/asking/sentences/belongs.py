"""Under which body another stands: "Trung tâm trực thuộc cơ quan nào?", by the sentence that says so of just that one."""

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import body_distance, is_of_bodies
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import answered, quote, shorten
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_ASKED = Sought(r"\bthuoc (?:co quan|don vi|so|ban|cap|ben|noi|phong|nganh)? ?(?:nao|gi|ai|dau)\b")
# "Trung tâm là đơn vị hành chính thuộc Văn phòng UBND tỉnh", "là tổ chức trực thuộc Sở Nội vụ".
_SAID = pattern_of(
    r"^\W*(?P<who>[^,;:.]{4,120}?) la (?:mot )?(?:don vi|co quan|to chuc|phong|chi cuc|trung tam|dau moi)(?: [a-z]+){0,5}? (?:truc )?thuoc [a-z]"
)
_MOST = 1_000  # sentences with these words; more would have to be read one by one


def answer_belongs(library: Library, query: Query) -> Answer | None:
    """The newest sentence that says of the one named body whose it is; None where none does."""
    if len(query.bodies) != 1 or query.references or not _ASKED.search(query.folded):
        return None
    if query.asks("count", "percent", "money", "when"):
        return None
    having = library.statements_with_words(("la", "thuoc"))
    if len(having) > _MOST:
        return None
    telling = told_last([e for e in having if _tells(e, query)], lambda e: e.report)
    if not telling:
        return None
    report, span = telling[0].report, telling[0].statement.span
    return answered(shorten(span.cut(report.text)), (quote(report, span),), topic=Topic(report_id=report.id))


def _tells(entry: StatementEntry, query: Query) -> bool:
    """Whether it says it of that body, which its own report may call "Trung tâm" for short."""
    said = _SAID.match(entry.folded)
    if said is None or not entry.is_sentence:
        return False
    noun = query.bodies[0].organisation.body.split()[:2]
    is_its_own = body_distance(entry.report, None, query.bodies, is_row=False) == 0
    return said["who"].split()[:2] == noun and (is_its_own or is_of_bodies(entry, query.bodies))
