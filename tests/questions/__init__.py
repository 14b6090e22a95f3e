"""Question sets on reports of other authors, and what measures the answers and the reading against them.

`python -m tests.questions.measure` (`make eval`) prints the tables and fails on any loss.
"""
