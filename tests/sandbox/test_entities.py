"""Marks in texts: HTML in, entities out, counted in UTF-16 units.

core.telegram.org/bots/api#formatting-options and #html-style.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.entities import Entity, find, settle, utf16_cut, utf16_length
from bot.sandbox.errors import ApiError
from bot.sandbox.formatting import parse_html
from bot.sandbox.writing import write_html


def read(html: str) -> tuple[str, list[Entity]]:
    return settle(*parse_html(html))


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<b>a</b>", "bold"),
        ("<strong>a</strong>", "bold"),
        ("<i>a</i>", "italic"),
        ("<em>a</em>", "italic"),
        ("<u>a</u>", "underline"),
        ("<ins>a</ins>", "underline"),
        ("<s>a</s>", "strikethrough"),
        ("<strike>a</strike>", "strikethrough"),
        ("<del>a</del>", "strikethrough"),
        ('<span class="tg-spoiler">a</span>', "spoiler"),
        ("<tg-spoiler>a</tg-spoiler>", "spoiler"),
        ("<code>a</code>", "code"),
        ("<pre>a</pre>", "pre"),
        ("<blockquote>a</blockquote>", "blockquote"),
        ("<blockquote expandable>a</blockquote>", "expandable_blockquote"),
        ("<B>a</B>", "bold"),
    ],
)
def test_each_tag_makes_its_entity(html: str, kind: str):
    assert read(html) == ("a", [Entity(kind, 0, 1)])


def test_links_mentions_languages_and_emoji_keep_their_argument():
    _, (link, mention, code, emoji) = read(
        '<a href="https://a.vn/x?b=1&amp;c=2">a</a><a href="tg://user?id=7">b</a>'
        '<pre><code class="language-python">c</code></pre><tg-emoji emoji-id="5">👍</tg-emoji>'
    )
    assert (link.url, mention.user_id, code.language, emoji.custom_emoji_id) == (
        "https://a.vn/x?b=1&c=2",
        7,
        "python",
        "5",
    )


def test_offsets_count_utf16_units():
    assert read("😀 <b>Đã</b>")[1] == [Entity("bold", 3, 2)]


def test_blanks_at_the_ends_fall_away_with_their_marks():
    assert read(" \n<b>a  </b><i>  </i>") == ("a", [Entity("bold", 0, 1)])


def test_styles_are_cut_around_code():
    """ "bold … can be part of any other entities, except pre and code"."""
    assert read("<b>a<code>b</code>c</b>")[1] == [
        Entity("bold", 0, 1),
        Entity("code", 1, 1),
        Entity("bold", 2, 1),
    ]


def test_a_quote_within_a_quote_is_dropped():
    """ "blockquote and expandable_blockquote entities can't be nested"."""
    assert read("<blockquote>a <blockquote>b</blockquote></blockquote>")[1] == [Entity("blockquote", 0, 3)]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("đ<b", "Unclosed start tag at byte offset 2"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("<a href=a/b>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_what_cannot_be_parsed_is_said_as_telegram_says_it(html: str, words: str):
    with pytest.raises(ApiError) as refused:
        read(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


def test_only_four_named_references_are_known():
    """ "The API currently supports only the following named HTML entities: &lt;, &gt;, &amp; and &quot;"."""
    assert read("&lt;&gt;&amp;&quot;&nbsp;&#272;&#x110;")[0] == '<>&"&nbsp;ĐĐ'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start qd-192", [("bot_command", "/start")]),
        ("/hoi@hoi_cchc_bot 192", [("bot_command", "/hoi@hoi_cchc_bot")]),
        ("192/QĐ-UBND", []),
        ("xem https://a.vn/x?y=1, rồi", [("url", "https://a.vn/x?y=1")]),
        ("cchc.gov.vn/bao-cao", [("url", "cchc.gov.vn/bao-cao")]),
        ("hỏi @hoi_cchc_bot", [("mention", "@hoi_cchc_bot")]),
        ("lan@a.vn", [("email", "lan@a.vn")]),
        ("#CCHC 😀 #2019", [("hashtag", "#CCHC")]),
        ("3.500 hồ sơ", []),
    ],
)
def test_what_telegram_marks_by_itself(text: str, found: list[tuple[str, str]]):
    assert [(one.type, utf16_cut(text, one.offset, one.length)) for one in find(text)] == found


LETTERS = st.sampled_from("aăđấ 😀<>&\"'\n")
KINDS = ["bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote"]


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Entity]]:
    """A text and nested entities in it, settled as Telegram would."""
    text = draw(st.text(LETTERS, min_size=1, max_size=40))
    places = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8)))
    entities = []
    while len(places) >= 2:
        start, end = places[0], places[-1]
        places = places[1:-1]
        kind = draw(st.sampled_from([*KINDS, "code", "pre", "text_link"]))
        url = "https://a.vn/" if kind == "text_link" else None
        length = utf16_length(text[start:end])
        entities.append(Entity(kind, utf16_length(text[:start]), length, url=url))
    return settle(text, entities)


@given(marked_texts())
def test_what_is_written_as_html_is_read_back(marked: tuple[str, list[Entity]]):
    text, entities = marked
    unique = list(dict.fromkeys(entities))
    assert read(write_html(text, unique)) == (text, unique)


@given(st.text() | st.text(st.sampled_from('ab<>/&;="# pcodelr')))
def test_any_text_is_parsed_or_refused_in_telegrams_words(text: str):
    assert outcome(text) in ("parsed", "Bad Request: can't parse entities: ")


def outcome(text: str) -> str:
    """Whether it could be parsed into entities within the text, or how the refusal begins."""
    try:
        plain, entities = read(text)
    except ApiError as refused:
        return refused.description[:35]
    return "parsed" if all(entity.end <= utf16_length(plain) for entity in entities) else "outside"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_length_is_that_of_utf16(text: str):
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2
