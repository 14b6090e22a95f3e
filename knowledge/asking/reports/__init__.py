"""Answers about reports themselves: which report is meant, what it says of itself, what it holds; the rows of registers."""
