"""The reports that a person signed: "báo cáo nào do bà Vũ Thị Mận ký?"."""

from datetime import date

from knowledge.answers import Answer
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query, as_written
from knowledge.asking.replies import Wording, not_found
from knowledge.asking.reports.about_reports import answer_report
from knowledge.asking.reports.which_reports import fitting_reports
from knowledge.grammar.folding import fold
from knowledge.grammar.sought import Sought

_PERSON = r"(?:(?:pho )?(?:chu tich|giam doc|chanh van phong) )?(?:ong|ba|dong chi) (?P<{}>[a-z]+(?: [a-z]+){{1,4}}?)"
_SIGNED = Sought(
    rf"\bbao cao(?: [a-z0-9/]+){{0,8}}? {_PERSON.format('name')} (?:da )?ky\b"
    rf"|\b{_PERSON.format('signer')} (?:da )?ky (?:nhung |cac )?bao cao\b"
)


def answer_signed_by(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The one report that the named person signed, or which of several is meant, or that there is none; None where nobody is named."""
    asked = None if query.references else _SIGNED.search(query.folded)
    if asked is None:
        return None
    name = asked["name"] or asked["signer"]
    reports = {e.report.id: e.report for e in library.statements_with_words(name.split())}
    signed = [one for one in reports.values() if fold(one.facts.signer or "") == name]
    if query.periods or query.bodies:
        fitting = {one.id for one in fitting_reports(library, query, today)}
        signed = [one for one in signed if one.id in fitting]
    if not signed:
        who = as_written(query.text, name)
        return not_found(wording.say(f"Không có báo cáo như vậy do {who} ký.", f"No such report signed by {who}."))
    return answer_report(signed, query, wording)
