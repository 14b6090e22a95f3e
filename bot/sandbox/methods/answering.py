"""Answers to pressed buttons and to inline queries.

core.telegram.org/bots/api#answercallbackquery and #answerinlinequery.
"""

import re
from typing import Any

from bot.sandbox.errors import Json, bad_request
from bot.sandbox.keyboards import check_inline_markup
from bot.sandbox.methods.content import MAX_TEXT, formatted
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import World

MAX_NOTIFICATION = 200  # core.telegram.org/bots/api#answercallbackquery: "0-200 characters"
MAX_RESULTS = 50  # core.telegram.org/bots/api#answerinlinequery: "No more than 50 results per query"
# core.telegram.org/bots/api#inlinequeryresultsbutton: "1-64 characters, only A-Z, a-z, 0-9, _ and - are allowed"
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
MAX_RESULT_ID_BYTES = 64  # core.telegram.org/bots/api#inlinequeryresultarticle


def answer_callback_query(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#answercallbackquery"""
    text = given.text("text")
    if len(text) > MAX_NOTIFICATION:
        raise bad_request("MESSAGE_TOO_LONG")
    answer: Json = {"text": text, "show_alert": given.truth("show_alert"), "url": given.text("url")}
    query_id = given.text("callback_query_id")
    world.queries.settle(query_id, "callback", answer)
    world.feed.tell("answer", query_id=query_id, user_id=world.queries.by_id[query_id].user.id, answer=answer)
    return True


def answer_inline_query(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#answerinlinequery"""
    results = given.json("results", "inline query results")
    if not isinstance(results, list):
        raise bad_request("Expected an Array of inline query results")
    if len(results) > MAX_RESULTS:
        raise bad_request("too many inline query results specified")
    checked = [_result(world, result) for result in results]
    if len({result["id"] for result in checked}) < len(checked):
        raise bad_request("RESULT_ID_DUPLICATE")
    answer: Json = {
        "results": checked,
        "next_offset": given.text("next_offset"),
        "cache_time": given.integer("cache_time", 300),
        "is_personal": given.truth("is_personal"),
    }
    if button := given.object("button", "inline query results button"):
        answer["button"] = _button(button)
    world.queries.settle(given.text("inline_query_id"), "inline", answer)
    return True


def _button(button: Json) -> Json:
    """core.telegram.org/bots/api#inlinequeryresultsbutton, without web apps."""
    if not str(button.get("text", "")).strip():
        raise bad_request('can\'t parse inline query results button: Field "text" must be non-empty')
    if not _START_PARAMETER.fullmatch(str(button.get("start_parameter", ""))):
        raise bad_request("START_PARAM_INVALID")
    return button


def _result(world: World, result: Any) -> Json:
    if not isinstance(result, dict):
        raise bad_request("can't parse inline query result: Inline query result must be an object")
    result_id = str(result.get("id", ""))
    if not 1 <= len(result_id.encode()) <= MAX_RESULT_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    check_inline_markup(result.get("reply_markup"))
    if result.get("type") == "article" and not result.get("title"):
        raise bad_request("can't parse inline query result: Can't find field \"title\"")
    return {**result, "id": result_id, "message": _message(world, result)}


def _message(world: World, result: Json) -> Json:
    """What will be sent if the result is chosen."""
    words = result.get("input_message_content")
    if not isinstance(words, dict) or not words.get("message_text"):
        if result.get("type") == "article":
            raise bad_request("can't parse inline query result: Input message content is not specified")
        return formatted(world, str(result.get("caption", "")), str(result.get("parse_mode", "")))
    content = formatted(world, words["message_text"], str(words.get("parse_mode") or ""), words.get("entities"))
    if len(content["text"]) > MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    return content
