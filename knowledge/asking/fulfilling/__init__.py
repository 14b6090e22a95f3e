"""Whether what a stage found is what was asked for: of the kind, the number and all that the question names.

Use `fulfils`.
"""

from knowledge.asking.fulfilling.fulfils import fulfils

__all__ = ["fulfils"]
