"""Whether two questions ask the same in other words, so that admins see them as one."""

from dataclasses import dataclass

from knowledge.asking.reading.question import Query

# So much of all their words two questions must share; below it "hồ sơ đất đai" and "hồ sơ hộ tịch" become one.
_SAME_WORDS = 0.75


@dataclass(frozen=True, slots=True)
class Meaning:
    """What must be the same exactly (documents, periods, bodies, values), and the words that need only be alike."""

    exact: frozenset[str]
    words: frozenset[str]

    def is_like(self, other: "Meaning") -> bool:
        """Whether both ask the same; of questions without any word that says something, only equal ones do."""
        if self.exact != other.exact:
            return False
        if self.words == other.words:
            return bool(self.words or self.exact)
        either = self.words | other.words
        return len(either) > 1 and len(self.words & other.words) >= _SAME_WORDS * len(either)


def meaning_of(query: Query) -> Meaning:
    """The meaning of a question as it was read."""
    documents = {f"document {one.number} {one.symbol or ''} {one.year or ''}" for one in query.references}
    periods = {f"period {p.kind} {p.index} {p.year} {p.year_offset} {p.step} {p.is_same_period}" for p in query.periods}
    bodies = {f"body {one.name}" for one in query.bodies}
    values = {f"value {value}" for value in query.values} | {f"date {day}" for day in query.dates}
    dimensions = {f"{name} {value}" for name, found in query.terms.dimensions.items() for value in found}
    # Of one document its date and its subject are two questions; elsewhere the words tell.
    cues = {f"cue {name}" for name in query.cues} if query.references else set()
    return Meaning(frozenset(documents | periods | bodies | values | dimensions | cues), query.terms.words)
