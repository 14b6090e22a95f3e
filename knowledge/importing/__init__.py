"""From a file to checked facts: readers give a page, the rest says what its words mean.

From outside use `importing.reading.read_report` and `importing.readers.read_page`.
"""
