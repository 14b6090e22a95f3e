"""Pictures that the bot draws: `draw` makes the PNG of a `Picture`.

They know nothing of Telegram; drawing takes some ten milliseconds of a thread.
"""

from handlers.drawing.chart import Bar, Chart, draw_chart
from handlers.drawing.code import Code, draw_code
from handlers.drawing.life import Life, LifeStep, draw_life
from handlers.drawing.month import DueItem, DueState, Month, draw_month
from handlers.drawing.shares import Part, Shares, Stack, draw_shares

__all__ = [
    "Bar",
    "Chart",
    "Code",
    "DueItem",
    "DueState",
    "Life",
    "LifeStep",
    "Month",
    "Part",
    "Picture",
    "Shares",
    "Stack",
    "draw",
]

Picture = Chart | Code | Life | Month | Shares


def draw(picture: Picture) -> bytes:
    """The picture as PNG."""
    match picture:
        case Chart():
            return draw_chart(picture)
        case Shares():
            return draw_shares(picture)
        case Life():
            return draw_life(picture)
        case Month():
            return draw_month(picture)
        case Code():
            return draw_code(picture)
