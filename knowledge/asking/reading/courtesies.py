"""Greetings, thanks, assent, "sai rồi" and calls for help: messages that ask nothing, and that no report answers."""

import re
from enum import StrEnum
from functools import cache

from knowledge.grammar.folding import compose, fold
from knowledge.grammar.phrase_tree import any_of, listed
from knowledge.vocabulary.loading import load_vocabulary

# "Dạ em cảm ơn anh chị nhiều lắm ạ" has nine words; who writes more says something.
_MOST_CHARACTERS = 60


class Courtesy(StrEnum):
    """What the politeness is; a doubt is that the last answer was wrong, in no more words than that; help is asked of the bot itself."""

    GREETING = "greeting"
    THANKS = "thanks"
    DOUBT = "doubt"
    HELP = "help"


def courtesy_of(text: str) -> Courtesy | None:
    """What a message that is nothing but polite says; None of every other."""
    words = " ".join(re.findall(r"[a-z]+|\d+", fold(compose(text))))
    if not words or len(words) > _MOST_CHARACTERS:
        return None
    return next((kind for kind, pattern in _patterns().items() if pattern.fullmatch(words)), None)


@cache
def _patterns() -> dict[Courtesy, re.Pattern[str]]:
    """Thanks may hold a greeting, as "chào bạn, cảm ơn nhé"; a greeting holds no thanks."""
    vocabulary = load_vocabulary("courtesies")
    around = any_of(vocabulary["around"]["words"])
    greeting, thanks, doubt, help = (any_of(vocabulary[kind]["phrases"]) for kind in Courtesy)
    return {
        Courtesy.GREETING: _made_of(greeting, around),
        Courtesy.THANKS: _made_of(thanks, f"{around}|{greeting}"),
        Courtesy.DOUBT: _made_of(doubt, f"{around}|{greeting}"),
        Courtesy.HELP: _made_of(help, f"{around}|{greeting}"),
    }


def _made_of(wanted: str, others: str) -> re.Pattern[str]:
    """Words among which at least one is wanted."""
    return re.compile(rf"(?:(?:{others}) )*(?:{wanted})(?: (?:{wanted}|{others}))*")


@cache
def polite_end() -> str:
    """The end of a folded question as a pattern, behind its last word that says something: "… chưa vậy em?"."""
    return rf"(?: (?:{listed('courtesies', 'behind')}))*\W*$"


def without_courtesies(text: str) -> str:
    """A composed question as typed, less the words of politeness that lead to it and end it."""
    opening, ending = _around_questions()
    folded = fold(text)
    led = opening.match(folded) if len(folded) == len(text) else None
    rest = text[led.end() :] if led else text
    return ending.sub("", rest) or text


@cache
def _around_questions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What leads to a question, folded, and what ends it, which only its tones tell from other words."""
    said = load_vocabulary("courtesies")["asking"]
    endings = "|".join(sorted(map(re.escape, said["ending"]), key=len, reverse=True))
    return re.compile(rf"(?:{any_of(said['opening'])})[ ,:]+"), re.compile(rf"(?i)(?:[ ,](?:{endings}))+(?=[ ?.!]*$)")
