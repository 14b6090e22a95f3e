"""What bodies are made up of: how many divisions, units, departments, communes or wards they have and had."""

from knowledge.asking.apparatus.about_makeup import answer_makeup

__all__ = ["answer_makeup"]
