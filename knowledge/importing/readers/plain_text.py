"""Plain text: paragraphs out of lines, tables out of tabs, pipes and aligned spaces."""

from knowledge.importing.page import Page
from knowledge.importing.readers.building import PageBuilder
from knowledge.importing.readers.decoding import decode
from knowledge.importing.readers.limits import Limits
from knowledge.importing.readers.lines import join_wrapped, wrap_width
from knowledge.importing.readers.text_tables import Rule, as_table, runs, split_columns


def read_plain_text(data: bytes, limits: Limits) -> Page:
    """The page of a text file in any encoding that Vietnamese offices use."""
    text = decode(data)
    limits.check_text(text)
    builder = PageBuilder("txt", limits)
    add_lines(builder, text)
    return builder.page()


def add_lines(builder: PageBuilder, text: str) -> None:
    """Adds the paragraphs and tables of a plain text to a page.

    Columns that are no table, as in the head of a document, become paragraphs, line by line from the left.
    """
    lines = [line.rstrip().replace("\u00a0", " ") for line in text.replace("\f", "\n\n").splitlines()]
    plain = [line if len(split_columns(line)) == 1 else "" for line in lines]
    width = wrap_width(plain)
    is_spaced = lines.count("") * 6 > len(lines)  # paragraphs of about five lines
    for rule, run in runs(lines):
        if rows := as_table(rule, run):
            builder.table(rows)
        elif rule is Rule.NONE:
            for paragraph in join_wrapped(run, width, is_spaced=is_spaced):
                builder.paragraph(paragraph)
        else:
            for line in run:
                for column in split_columns(line):
                    builder.paragraph(column)
