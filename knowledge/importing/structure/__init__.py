"""What belongs where in a page: headings above, list heads before, sentences, and rows of tables.

Use `outline`, which gives a `Unit` for each.
"""

from knowledge.importing.structure.outlining import outline
from knowledge.importing.structure.unit import Unit

__all__ = ["Unit", "outline"]
