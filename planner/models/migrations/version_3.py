"""Version 3: documents of sessions and of the meeting, a mark of the meeting itself, records that were told apart."""

STATEMENTS = (
    "ALTER TABLE meeting ADD COLUMN documents VARCHAR DEFAULT '' NOT NULL",
    "ALTER TABLE meeting ADD COLUMN uid VARCHAR DEFAULT '' NOT NULL",
    "ALTER TABLE sessions ADD COLUMN documents VARCHAR DEFAULT '' NOT NULL",
    """CREATE TABLE told_apart (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        table_name VARCHAR NOT NULL,
        first_id INTEGER NOT NULL,
        second_id INTEGER NOT NULL,
        CHECK (table_name IN ('people', 'entities')),
        CHECK (first_id < second_id),
        UNIQUE (table_name, first_id, second_id)
    )""",
)
