"""Version 3: documents of sessions and of the meeting, a mark of the meeting itself, records told apart, merges."""

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
    """CREATE TABLE merges (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        step_id INTEGER NOT NULL,
        step_name VARCHAR NOT NULL,
        step_made_at VARCHAR NOT NULL,
        merged_at VARCHAR NOT NULL,
        numbers VARCHAR NOT NULL
    )""",
)
