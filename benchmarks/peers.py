"""Other ways to find an item among many texts, each asked for the number of its first hit."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing

import psycopg
import tantivy
from rapidfuzz import fuzz, process

Ask = Callable[[str], int | None]
_TOKEN = re.compile(r"[a-z0-9]+")


def rapidfuzz_scan(texts: Sequence[str]) -> Ask:
    """Every text compared with the question by `token_set_ratio`."""

    def ask(question: str) -> int | None:
        found = process.extractOne(question, texts, scorer=fuzz.token_set_ratio)
        return int(found[2]) if found else None

    return ask


def sqlite_fts5(texts: Sequence[str]) -> Ask:
    """SQLite's full text index, any of the words, the best by BM25."""
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table item using fts5(text)")
    connection.executemany("insert into item(rowid, text) values (?, ?)", enumerate(texts))

    def ask(question: str) -> int | None:
        words = " OR ".join(f'"{word}"' for word in _TOKEN.findall(question))
        with closing(
            connection.execute("select rowid from item where item match ? order by rank limit 1", (words,))
        ) as rows:
            row = rows.fetchone()
        return int(row[0]) if row else None

    return ask


def tantivy_bm25(texts: Sequence[str]) -> Ask:
    """tantivy's index in memory, any of the words, the best by BM25."""
    schema = tantivy.SchemaBuilder().add_integer_field("id", stored=True).add_text_field("text").build()
    index = tantivy.Index(schema)
    writer = index.writer(heap_size=200_000_000)
    for number, text in enumerate(texts):
        writer.add_document(tantivy.Document(id=number, text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(question: str) -> int | None:
        query = index.parse_query(" ".join(_TOKEN.findall(question)), ["text"])
        hits = searcher.search(query, 1).hits
        return int(searcher.doc(hits[0][1])["id"][0]) if hits else None

    return ask


def postgresql(texts: Sequence[str], address: str) -> tuple[str, Ask]:
    """PostgreSQL: the nearest by trigrams where it has pg_trgm, else its own full text index; says which."""
    connection = psycopg.connect(address, autocommit=True)
    connection.execute("create table item (id int, text text)")
    with connection.cursor() as cursor, cursor.copy("copy item from stdin") as copy:
        for number, text in enumerate(texts):
            copy.write_row((number, text))
    has_trigrams = connection.execute("select 1 from pg_available_extensions where name = 'pg_trgm'").fetchone()
    if has_trigrams:
        connection.execute("create extension pg_trgm")
        connection.execute("create index on item using gist (text gist_trgm_ops(siglen=64))")
        query = "select id from item order by text <-> %s limit 1"
    else:
        connection.execute("create index on item using gin (to_tsvector('simple', text))")
        query = (
            "select id from item, to_tsquery('simple', %s) q where to_tsvector('simple', text) @@ q"
            " order by ts_rank(to_tsvector('simple', text), q) desc limit 1"
        )
    connection.execute("analyze item")

    def ask(question: str) -> int | None:
        given = question if has_trigrams else " | ".join(f"'{word}'" for word in question.split())
        row = connection.execute(query, (given,)).fetchone()
        return int(row[0]) if row else None

    return ("PostgreSQL pg_trgm" if has_trigrams else "PostgreSQL full text (it has no pg_trgm here)"), ask
