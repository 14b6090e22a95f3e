"""How many words of questions typed in other ways are read as those of the question typed exactly.

    python -m tests.asking.typing.measure [--show N]

Needs the open question set and its variants, which are not part of the project.
"""

import argparse
import importlib.util
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from pathlib import Path

from knowledge.asking.typing import Lexicon, Typist

_BESIDE = (parent / "shared" / "eval" for parent in Path(__file__).resolve().parents)
EVAL = next((folder for folder in _BESIDE if (folder / "grade.py").exists()), Path("shared/eval"))
VARIANTS = ("no_tone", "typo", "telex", "abbr", "upper")
SEEDS = range(5)


def questions() -> list[str]:
    """Every question of the open set, those that go before others included."""
    lines = (EVAL / "open" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    return sorted({turn for case in cases for turn in [*case.get("before", []), case["question"]]})


def variant_maker() -> Callable[[str, str, str], str]:
    """The grader's function that types a question in another way: variant, text, seed."""
    spec = importlib.util.spec_from_file_location("grade", EVAL / "grade.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.make_variant


def folded(typist: Typist, question: str) -> list[str]:
    """The words read; "online" is the grader's short form of "trực tuyến"."""
    return " ".join(word.folded for word in typist.read(question).words).replace("truc tuyen", "online").split()


def shared(expected: list[str], actual: list[str]) -> int:
    """How many words of the first stand, in order, in the second."""
    return sum(block.size for block in SequenceMatcher(None, expected, actual, False).get_matching_blocks())


def share_read(typist: Typist, variant: str, asked: Iterable[str], show: list[str] | None = None) -> float:
    """The share of words read alike over all seeds; `show` gets the questions that were not."""
    make = variant_maker()
    total = alike = 0
    for question in asked:
        expected = folded(typist, question)
        for seed in SEEDS:
            typed = make(variant, question, f"{seed}:{question}")
            actual = folded(typist, typed)
            total += len(expected)
            alike += shared(expected, actual)
            if show is not None and actual != expected:
                show.append(f"{typed}\n      {' '.join(actual)}\n      {' '.join(expected)}")
    return alike / total


def changed_exact(typist: Typist, asked: Iterable[str]) -> list[str]:
    """The correctly typed questions in which a repair was seen."""
    return [q for q in asked if any(word.is_repaired for word in typist.read(q).words)]


def milliseconds(typist: Typist, asked: Iterable[str]) -> list[float]:
    """The processor time that each question took, shortest first."""
    taken = []
    for question in asked:
        start = time.thread_time()
        typist.read(question)
        taken.append((time.thread_time() - start) * 1000)
    return sorted(taken)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--variants", default=",".join(VARIANTS))
    parser.add_argument("--reports", action="store_true", help="learn the open set's reports first, as a store would")
    args = parser.parse_args()
    lexicon = Lexicon.shipped()
    if args.reports:
        lexicon.learn(p.read_text(encoding="utf-8") for p in sorted((EVAL / "open" / "reports").glob("*.txt")))
    typist = Typist(lexicon)
    asked = questions()
    out = sys.stdout.write
    out(f"exact: changed {changed_exact(typist, asked)}\n")
    for variant in args.variants.split(","):
        missed: list[str] = []
        out(f"{variant:8} {100 * share_read(typist, variant, asked, missed):.2f} %\n")
        out("".join(f"    {line}\n" for line, _ in Counter(missed).most_common(args.show)))
    make = variant_maker()
    typed = [make(VARIANTS[i % len(VARIANTS)], q, f"t{i}") for i, q in enumerate(asked * 3)]
    cold = milliseconds(Typist(lexicon), typed)
    warm = milliseconds(typist, typed)
    for name, taken in (("first time", cold), ("again", warm)):
        out(
            f"ms {name}: p50 {taken[len(taken) // 2]:.3f} p95 {taken[len(taken) * 95 // 100]:.3f} "
            f"most {taken[-1]:.2f}\n"
        )


if __name__ == "__main__":
    main()
