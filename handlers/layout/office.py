"""What admins are told of their own work, as messages."""

from handlers.layout.message import Message, button, compose
from handlers.words import Words
from knowledge.releasing.office_news import OfficeMatter, OfficeNews


def lay_out_office_news(news: OfficeNews, words: Words) -> Message:
    """The message, with the button that leads to the report."""
    name = news.number or news.title
    if news.matter is OfficeMatter.APPROVAL:
        text = words("office-approval", report=name)
        return compose(text, [button(words.plain("button-look-at-draft"), f"p:{news.report_id}")])
    text = words("office-released", report=name, count=news.recipients)
    return compose(text, [button(words.plain("button-read-on"), f"r:{news.report_id}")])
