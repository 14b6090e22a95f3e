"""Spreadsheets and tables in text files: every sheet's titles, tables and notes, with values as cells show them.

From outside use `xlsx.read_xlsx`, `xls.read_xls` and `csv_table.read_csv`; each imports only its own library.
"""
