"""Made-up answers, reports and people's words, and what Telegram would refuse of a message."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from bot.sandbox.entities import utf16_length
from bot.sandbox.formatting import parse_html
from handlers.layout.message import MOST_CALLBACK_BYTES, Message
from handlers.registry import BUTTONS
from knowledge.aliases.trying import Broken, Fault, Trial
from knowledge.answers import Answer, Choice, Outcome, Point, Quote, StepKind, Topic
from knowledge.answers import Step as NextStep
from knowledge.asking.aliases import Alias
from knowledge.asking.examples import Example, Holdings
from knowledge.briefing.briefing import Briefing, Issued, Section
from knowledge.briefing.deadlines import Deadline, DeadlineKind
from knowledge.briefing.figures import Change, ChiefFigure
from knowledge.briefing.life import Life, Step
from knowledge.briefing.shares import Divided, Shares
from knowledge.facts import Area, Measure, Reading, ReportFacts, Role, Span, Statement
from knowledge.following.headlines import Earlier
from knowledge.following.news import DocumentNews, FigureNews, Headline, News, ReportNews
from knowledge.following.standing import Standing
from knowledge.people.corrections import Correction, CorrectionKind, CorrectionState, Reported
from knowledge.people.gaps import Gap
from knowledge.people.questions import Tally
from knowledge.people.replying import Reply
from knowledge.searching import Found, Hit
from knowledge.sources.news import FoundReport, SourceNews, Unreadable
from knowledge.sources.trouble import Trouble
from tests.house import quarter

MOST_BUTTONS = 100
MOST_TEXT, MOST_CAPTION, MOST_MARKS, MOST_PLACEHOLDER, MOST_INLINE = 4096, 1024, 100, 64, 256
# https://core.telegram.org/bots/api#inlinekeyboardmarkup; eight is what clients show in a row.
MOST_IN_A_ROW = 8

NOW = datetime(2019, 3, 1, tzinfo=UTC)
ids = st.integers(1, 2**31)
texts = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=120)
# What people, files and organisations can be called at worst; of these no generator thinks.
HARD_NAMES = (
    ("Ủy ban nhân dân 🏛️👨‍👩‍👧 " * 200)[:4096],
    "Ủ" * 255,
    "a\u0323\u0302\u0301" * 80,
    "\u202eủy ban\u2066 \u200f\u200b\u05d0\u0627",
    "\u200b\u2060",  # nothing of it is seen
    "<b>&amp;</i></blockquote> \"'`*_[x](y) &#60; <a href=",
    "{ $name } %s {0} \\ \uf8ff0\uf8ff",
    "🙂" * 120,
    "/xoa @admin #1 https://a.example/?a=1&b=2",
)
names = st.one_of(st.sampled_from(HARD_NAMES), texts)
large_ids = st.one_of(st.just(10**18 - 1), ids)
long_texts = st.one_of(texts, st.builds(lambda text, times: text * times, texts, st.integers(1, 80)))
days = st.one_of(st.none(), st.just(date(2019, 2, 25)))
choices = st.builds(Choice, texts, texts)
quotes = st.builds(
    Quote,
    report_id=st.integers(1, 3),
    report=texts,
    title=texts,
    text=long_texts,
    signed_on=days,
    source=st.one_of(st.none(), st.just('https://a.example/?a="1"&b=<2>')),
    columns=st.just(()) | st.lists(long_texts, min_size=1, max_size=2).map(tuple),
)
points = st.builds(Point, texts, st.decimals(-(10**12), 10**12, allow_nan=False).map(Decimal), texts)
answers = st.builds(
    Answer,
    outcome=st.sampled_from(list(Outcome)),
    direct=st.one_of(texts, st.builds("{} – {}".format, texts, texts)),
    context=texts,
    lines=st.lists(long_texts, max_size=40).map(tuple),
    quotes=st.lists(quotes, max_size=5).map(tuple),
    choices=st.lists(choices, max_size=12).map(tuple),
    suggestions=st.lists(choices, max_size=12).map(tuple),
    near=st.lists(quotes, max_size=3).map(tuple),
    topic=st.just(Topic()),
    points=st.lists(points, min_size=2, max_size=30).map(tuple),
    subject=texts,
)
steps = st.lists(st.builds(NextStep, st.sampled_from(list(StepKind)), texts), max_size=3).map(tuple)
examples = st.lists(st.builds(Example, texts, st.from_regex(r"[a-z0-9-]{1,62}", fullmatch=True)), max_size=3).map(tuple)
holdings = st.sampled_from([None, Holdings(0, None, None), Holdings(1, quarter(1), quarter(1))])
corrections = st.builds(
    Correction,
    id=ids,
    reported=st.builds(Reported, ids, st.sampled_from(list(CorrectionKind)), long_texts, long_texts, ids, ids),
    state=st.sampled_from(list(CorrectionState)),
    words=st.one_of(st.none(), long_texts),
    opened_at=st.just(NOW),
    is_told=st.booleans(),
)
gaps = st.builds(
    Gap, ids, long_texts, st.integers(1, 10**6), st.just(NOW), st.just(()), st.booleans(), st.just("") | long_texts
)
replies = st.builds(Reply, ids, long_texts, st.none() | answers)
tallies = st.builds(Tally, *[st.integers(0, 10**6)] * 5)


@st.composite
def hits(draw: st.DrawFn) -> Hit:
    """A sentence with marks at any places of it, in order."""
    text = draw(long_texts)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=60, unique=True)))
    marks = tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False))
    return Hit(draw(ids), draw(texts), draw(days), draw(texts), draw(st.integers(0, 10**4)), text, marks)


found = st.builds(Found, st.integers(1, 10**4), st.lists(hits(), min_size=1, max_size=5).map(tuple))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A report of any sentences in any areas."""
    sentences, text, statements = draw(st.lists(long_texts, max_size=12)), "", []
    for sentence in sentences:
        area = draw(st.one_of(st.none(), st.sampled_from(list(Area))))
        statements.append(Statement(Span(len(text), len(text) + len(sentence)), "figure", area=area))
        text += sentence + "\n"
    return Reading(ReportFacts(draw(texts)), text, tuple(statements))


def check(message: Message, *, most: int = MOST_TEXT) -> None:
    """Fails on whatever Telegram would refuse, and on a button that no handler takes."""
    assert message.parts
    for part in message.parts:
        shown, marks = parse_html(part)
        assert 0 < utf16_length(shown) <= most
        assert len(marks) <= MOST_MARKS
    assert utf16_length(message.asks_reply) <= MOST_PLACEHOLDER
    assert sum(map(len, message.rows)) <= MOST_BUTTONS
    for row in message.rows:
        assert 0 < len(row) <= MOST_IN_A_ROW
        for one in row:
            assert one.label.strip()
            assert bool(one.data) != bool(one.inline)
            assert len(one.data.encode()) <= MOST_CALLBACK_BYTES
            assert utf16_length(one.inline) <= MOST_INLINE
            if one.inline:
                continue
            assert any(re.fullmatch(rf"{name}:(?:{rest})", one.data) for name, rest, _ in BUTTONS), one.data


deadlines = st.builds(
    Deadline,
    kind=st.sampled_from(list(DeadlineKind)),
    name=long_texts,
    subject=long_texts,
    day=st.dates(date(2019, 11, 1), date(2019, 11, 30)),
    period=st.sampled_from([None, quarter(4)]),
    responsible=texts,
    status=texts,
    is_done=st.booleans(),
    told_on=st.just(date(2019, 8, 30)),
    quote=quotes,
)
counts = st.integers(0, 10**6).map(Decimal)
changes = st.builds(Change, st.just(quarter(1)), texts, counts, counts)
chief = st.builds(
    ChiefFigure, st.sampled_from(["online", "late"]), texts, counts, texts, texts, quotes, st.none() | changes
)
sections = st.builds(
    Section,
    texts,
    st.lists(chief, max_size=10).map(tuple),
    st.lists(quotes, max_size=6).map(tuple),
    st.lists(st.builds(Issued, texts, texts, long_texts, days, quotes), max_size=4).map(tuple),
    st.lists(deadlines, max_size=4).map(tuple),
)
briefings = st.builds(
    Briefing,
    period=st.just(quarter(2)),
    before=st.just(quarter(1)),
    as_of=st.just(date(2019, 6, 30)),
    organisation=st.just("") | texts,
    sections=st.lists(sections, max_size=5).map(tuple),
    overdue=st.lists(deadlines, max_size=5).map(tuple),
    coming=st.lists(deadlines, max_size=5).map(tuple),
)
lives = st.builds(
    Life,
    long_texts,
    long_texts,
    st.lists(
        st.builds(Step, st.sampled_from(list(Role)), days, st.sampled_from([None, quarter(2)]), texts, quotes),
        min_size=1,
        max_size=12,
    ).map(tuple),
    days,
)
periods = st.sampled_from([None, quarter(1), quarter(2)])
divided = st.builds(Divided, st.sampled_from([quarter(1), quarter(2)]), chief, st.lists(chief, max_size=4).map(tuple))
shares = st.builds(
    Shares,
    st.just("received"),
    st.just(("online", "late")),
    texts,
    st.lists(divided, min_size=1, max_size=5).map(tuple),
)
aliases = st.builds(Alias, texts, texts)
broken = st.lists(st.builds(Broken, long_texts, long_texts, long_texts), min_size=1, max_size=6).map(tuple)
trials = st.one_of(st.builds(Trial, st.sampled_from(list(Fault))), st.builds(Trial, st.none(), broken))
trouble = st.sampled_from(
    [
        Trouble("nothing", "", {}, is_lasting=False),
        Trouble("fetching", "timeout", {"host": "a.example", "seconds": "30"}, is_lasting=False),
    ]
)
source_news = st.builds(
    SourceNews,
    ids,
    long_texts,
    st.just("https://a.example/?a=1&b=<2>"),
    st.lists(
        st.builds(
            FoundReport,
            ids,
            long_texts,
            st.none() | texts,
            periods,
            ids,
            ids,
            ids,
            ids,
            st.booleans(),
            st.booleans(),
            ids,
        ),
        max_size=8,
    )
    .flatmap(lambda found: st.sampled_from([found, found * 40]))
    .map(tuple),
    st.lists(st.builds(Unreadable, st.just("https://a.example/1"), long_texts, trouble), max_size=8).map(tuple),
    trouble,
    st.integers(1, 1000),
)
keys = st.lists(texts, min_size=1, max_size=2).map(tuple)
decimals = st.decimals(-(10**12), 10**12, allow_nan=False)
earlier = st.builds(Earlier, st.just(quarter(1)), texts, decimals, st.none() | decimals)
reports = st.builds(
    ReportNews,
    st.integers(1, 3),
    long_texts,
    st.none() | texts,
    st.none() | texts,
    periods,
    days,
    st.none() | texts,
    *[st.integers(0, 10**4)] * 3,
    st.lists(st.builds(Headline, texts, texts, long_texts, st.none() | earlier), max_size=6).map(tuple),
    st.just("") | long_texts,
    st.just("") | long_texts,
)
standings = st.builds(Standing, st.sampled_from(list(Role)), st.none() | texts, days, periods, days, st.none() | texts)
news = st.builds(
    News,
    st.lists(reports, max_size=12).map(tuple),
    st.lists(
        st.builds(
            DocumentNews,
            keys,
            long_texts,
            st.none() | standings,
            standings,
            long_texts,
            st.integers(1, 3),
            st.booleans(),
            st.none() | st.integers(-30, 15),
            st.booleans(),
        ),
        max_size=4,
    ).map(tuple),
    st.lists(
        st.builds(
            FigureNews,
            keys,
            texts,
            texts,
            periods,
            st.sampled_from(list(Measure)),
            decimals,
            texts,
            long_texts,
            periods,
            st.none() | decimals,
            st.none() | texts,
            st.none() | st.integers(1, 3),
            st.none() | texts,
            st.booleans(),
        ),
        max_size=4,
    ).map(tuple),
    st.just("") | texts,
)
