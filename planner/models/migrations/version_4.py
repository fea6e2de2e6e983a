"""Version 4: marks, by which a row is known in every copy of the meeting.

A row that the journal saw being made is marked by that step, alike in all copies that have the step in common; any
other was there before the copies parted, and is known by its number. Of a row the first image tells.
"""

_FIRST_IMAGES = """
    SELECT table_name, row_id, step_id, before, length(after) AS size, min(id) AS first
    FROM journal_images GROUP BY table_name, row_id
"""

_TABLES = (
    "meeting", "days", "windows", "rooms", "sessions", "objectives", "coverage", "entities", "people", "seats",
    "replacements", "interests", "wishes", "rulers", "availabilities", "drafts", "notices", "acceptances",
    "rule_levels", "layouts", "told_apart", "merges",
)  # fmt: skip

STATEMENTS = (
    """CREATE TABLE row_marks (
        table_name VARCHAR NOT NULL,
        row_id INTEGER NOT NULL,
        mark VARCHAR NOT NULL,
        PRIMARY KEY (table_name, row_id, mark)
    )""",
    f"""INSERT INTO row_marks
        SELECT table_name, row_id,
            CASE WHEN before IS NULL THEN row_id || ' ' || step_id || ' ' || size || ' ' || made_at || ' ' || name
                ELSE CAST(row_id AS TEXT) END
        FROM ({_FIRST_IMAGES}) JOIN journal_steps ON journal_steps.id = step_id""",
    *(
        f"""INSERT INTO row_marks SELECT '{table}', id, CAST(id AS TEXT) FROM {table}
            WHERE id NOT IN (SELECT row_id FROM row_marks WHERE table_name = '{table}')"""
        for table in _TABLES
    ),
)
