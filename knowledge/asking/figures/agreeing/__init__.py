"""Whether a figure agrees with all that a question says exactly, and how far its body is from the asked one.

Use `agreement`; `is_said_whole` and `PART` tell what is a whole and what a part of it.
"""

from knowledge.asking.figures.agreeing.agreement import PART, agreement
from knowledge.asking.figures.agreeing.of_bodies import is_said_whole

__all__ = ["PART", "agreement", "is_said_whole"]
