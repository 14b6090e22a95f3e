"""Spreadsheets and tables in text files: every sheet's titles, tables and notes, with values as cells show them.

From outside use `workbooks.read_xlsx`, `workbooks.read_xls` and `csv_table.read_csv`.
"""
