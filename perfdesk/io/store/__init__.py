"""The store: one SQLite file that keeps every document of an office, year after year.

Nothing is imported here: `glance` reads with the standard library alone, for the first paint;
`store` writes and needs SQLAlchemy, which costs a tenth of a second to import.
"""
