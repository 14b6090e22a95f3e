"""The catalogues: complete in every language, nothing left over, every message well-formed."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

from handlers.access import Access
from handlers.adding.steps import steps_of
from handlers.commands import COMMANDS, commands_for
from handlers.words import LANGUAGES, Catalogue, Html, MissingWords
from knowledge.facts import Role

ROOT = Path(__file__).parents[2]
# https://core.telegram.org/bots/api#botcommand
MOST_MENU_CHARACTERS = 256


class Variables(Visitor):
    """The names of the arguments of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - fluent's name
        self.names.add(node.id.name)


def messages(language: str) -> dict[str, set[str]]:
    """Every message of the catalogue with its arguments."""
    source = files("handlers.words").joinpath(f"{language}.ftl").read_text("utf-8")
    found = {}
    for entry in FluentParser().parse(source).body:
        assert type(entry).__name__ != "Junk", entry
        if isinstance(entry, Message):
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


def used_keys() -> set[str]:
    """Everything quoted in the sources that looks like a key, and the keys that are made of others."""
    sources = [*(ROOT / "handlers").rglob("*.py"), *(ROOT / "bot").glob("*.py")]
    quoted = {key for path in sources for key in re.findall(r'"([a-z]+(?:-[a-z]+)*)"', path.read_text("utf-8"))}
    return quoted | {f"{step.prompt}-field" for step in all_steps() if step.name != "kind"}


def all_steps():
    kinds = [{"kind": kind} for kind in ("figure", "task", "note")]
    roles = [{"kind": "document", "role": role.value} for role in Role]
    return {step for data in (*kinds, *roles) for step in steps_of(data)}


def test_a_long_text_is_inserted_whole():
    sentence = "<dài> " * 800
    assert Catalogue().words("vi").plain("add-saved", sentence=sentence, number="1").count("<dài>") == 800


def test_every_language_has_the_same_messages_with_the_same_arguments():
    assert all(messages(language) == messages("vi") for language in LANGUAGES)


def test_no_message_is_unused():
    assert set(messages("vi")) - used_keys() == set()


def test_no_message_is_missing():
    prefixes = {key.partition("-")[0] for key in messages("vi")}
    wanted = {key for key in used_keys() if "-" in key and key.partition("-")[0] in prefixes}
    assert wanted - set(messages("vi")) == set()


def test_given_text_is_shown_and_not_read_as_markup():
    assert "&lt;b&gt;" in Catalogue().words("vi")("follow-unknown", name="<b>")


def test_long_words_of_people_are_shown_whole():
    assert Catalogue().words("vi")("follow-unknown", name="<" * 3000).count("&lt;") == 3000


def test_markup_of_our_own_is_kept():
    assert "<b>134</b>" in Catalogue().words("vi")("answer-source", source=Html("<b>134</b>"))


def test_a_missing_argument_is_an_error_and_never_shown():
    with pytest.raises(MissingWords):
        Catalogue().words("vi")("follow-unknown")


def test_an_unknown_language_reads_vietnamese():
    assert Catalogue().words("fr").language == "vi"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_a_description_that_menus_take(language: str):
    words = Catalogue().words(language)
    assert all(3 <= len(words.plain(command.about)) <= MOST_MENU_CHARACTERS for command in COMMANDS)


def test_everybody_elses_menu_holds_no_admin_command():
    assert not any(command.is_for_staff for command in commands_for(Access.EVERYBODY))
