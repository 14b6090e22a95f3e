"""From a question as typed to an answer with its quotes."""
