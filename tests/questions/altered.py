"""Whether questions that are answered stay answered when they say something more, or another year: then none should be.

    python -m tests.questions.altered [SET_DIR…] [--show KIND]

Each question of a figure, share, comparison, run, body, work or day is asked again with a restriction that no report of the
set makes ("của hộ nghèo"), of a body that none names, and of a year eleven years before.  What is answered then need not
be wrong ("không phải: ban hành ngày 21/6/2018" refutes the other year); the rest is to be read by hand.
Prints how many of each are answered, by kind of question.
"""

import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import click

from knowledge.answers import Outcome
from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.importing.files import read_file
from tests.questions.ablation import TODAY
from tests.questions.sets import load_set, question_sets

KINDS = frozenset({"metric", "share", "compare", "trend", "org", "tasks", "list", "status", "yes_no", "window", "date"})
RESTRICTIONS = (
    "của hộ nghèo", "của phụ nữ", "của người nước ngoài", "của người khuyết tật", "của người cao tuổi", "của doanh nghiệp nhà nước",
    "bằng tiếng Anh", "qua điện thoại", "vào thứ Bảy", "ngoài giờ hành chính", "trong ngày nghỉ lễ", "lĩnh vực hàng hải", "lĩnh vực tôn giáo",
    "ở vùng biên giới", "bị từ chối", "bị khiếu nại", "phải bổ sung giấy tờ", "có vốn nước ngoài", "liên quan đến quốc phòng",
)  # fmt: skip
BODIES = (
    "của huyện Trà Quýt",
    "ở xã Nậm Khao",
    "của Sở Ngoại vụ",
    "của Ban Dân tộc",
    "ở phường Đông Triền",
    "của Thanh tra tỉnh",
)
_RESTRICTIONS_EACH, _YEARS_BACK = 3, 11
_ENDING = re.compile(r"(?i)[ ,]*(?:(?:vậy|nhỉ|hả|thế|ạ|em|anh|chị|ta)\W*)+$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Altered:
    """A question that was changed and is answered all the same."""

    name: str
    kind: str
    how: str  # "restricted", "of a body" or "of a year"
    question: str
    answer: str


def alter(question: str, said: str) -> Iterator[tuple[str, str]]:
    """How the question was changed, and what it is then; `said` is all that the reports say, in small letters."""
    stem = _ENDING.sub("", question.rstrip("?.! "))
    for how, all_words, most in (("restricted", RESTRICTIONS, _RESTRICTIONS_EACH), ("of a body", BODIES, 1)):
        words = [one for one in all_words if one.split(" ", 1)[1].lower() not in said]
        first = crc32(question.encode()) % max(len(words), 1)
        yield from ((how, f"{stem} {one}?") for one in (words[first:] + words[:first])[:most])
    if _YEAR.search(question):
        yield "of a year", _YEAR.sub(lambda year: str(int(year[0]) - _YEARS_BACK), question)


def ask_altered(folder: Path) -> list[Altered]:
    """The changed questions of a set that are answered."""
    questions = load_set(folder)
    asker = Asker.of(PublishedReport(i, read_file(path)) for i, path in enumerate(questions.reports, 1))
    said = " ".join(questions.sources().values()).lower()
    found: list[Altered] = []
    for case in questions.cases:
        today = case.today or TODAY
        if case.kind not in KINDS or case.before:
            continue
        if asker.ask(case.question, today=today).answer.outcome is not Outcome.ANSWERED:
            continue
        for how, question in alter(case.question, said):
            answer = asker.ask(question, today=today).answer
            if answer.outcome is Outcome.ANSWERED:
                found.append(Altered(questions.name, case.kind, how, question, answer.direct))
    return found


@click.command(help=__doc__)
@click.argument("folders", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--show", default="", help="Print the changed questions of this kind with their answers.")
def main(folders: tuple[Path, ...], show: str) -> None:
    """Ask, count and print."""
    with ProcessPoolExecutor() as pool:
        found = [one for each in pool.map(ask_altered, folders or tuple(question_sets())) for one in each]
    for (how, kind), count in sorted(Counter((one.how, one.kind) for one in found).items()):
        click.echo(f"{how:10} {kind:8} {count:5}")
    for one in found:
        if one.kind == show:
            click.echo(f"{one.name} {one.how}: {one.question} -> {one.answer}")


if __name__ == "__main__":
    main()
