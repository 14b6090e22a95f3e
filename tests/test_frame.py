"""The facts that everything else relies on stand as the design says."""

import knowledge.facts as facts


def test_a_span_cuts_the_words_as_written():
    assert facts.Span(2, 5).cut("ab cd") == " cd"
