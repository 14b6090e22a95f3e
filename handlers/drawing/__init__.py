"""Pictures that the bot draws: `draw` makes the PNG of a `Chart`, `Charts` remembers those that were sent.

They know nothing of Telegram; drawing takes some ten milliseconds of a thread.
"""

from handlers.drawing.chart import Bar, Chart, draw
from handlers.drawing.remembering import Charts

__all__ = ["Bar", "Chart", "Charts", "draw"]
