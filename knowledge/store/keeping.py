"""What Python must never let go of, not even at the end of the process."""

import ctypes


def keep(kept: object) -> None:
    """It is known to somebody for ever, whoever forgets it; only the system takes back what it holds."""
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(kept))
