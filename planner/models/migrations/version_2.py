"""Version 2: bounds of a person's day, people's free and busy hours, the zone data a file was edited with."""

STATEMENTS = (
    "ALTER TABLE meeting ADD COLUMN working_start_minute INTEGER DEFAULT 540 NOT NULL",
    "ALTER TABLE meeting ADD COLUMN working_end_minute INTEGER DEFAULT 1080 NOT NULL",
    "ALTER TABLE meeting ADD COLUMN awake_start_minute INTEGER DEFAULT 360 NOT NULL",
    "ALTER TABLE meeting ADD COLUMN awake_end_minute INTEGER DEFAULT 1380 NOT NULL",
    "ALTER TABLE meeting ADD COLUMN contact VARCHAR DEFAULT '' NOT NULL",
    "ALTER TABLE meeting ADD COLUMN deadline_date VARCHAR DEFAULT '' NOT NULL",
    "ALTER TABLE meeting ADD COLUMN deadline_minute INTEGER DEFAULT 1439 NOT NULL",
    "ALTER TABLE meeting ADD COLUMN invitation_text VARCHAR DEFAULT '' NOT NULL",
    "ALTER TABLE meeting ADD COLUMN logistics_text VARCHAR DEFAULT '' NOT NULL",
    """CREATE TABLE calendar_events (
        id INTEGER NOT NULL,
        uid VARCHAR NOT NULL,
        session_id INTEGER NOT NULL,
        person_id INTEGER,
        entity_id INTEGER,
        sequence INTEGER NOT NULL,
        facts VARCHAR NOT NULL,
        cancelled INTEGER NOT NULL,
        PRIMARY KEY (id),
        CHECK (sequence >= 0),
        CHECK (cancelled IN (0, 1)),
        UNIQUE (uid)
    )""",
    """CREATE TABLE availabilities (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL,
        date VARCHAR NOT NULL,
        start_minute INTEGER NOT NULL,
        end_minute INTEGER NOT NULL,
        free INTEGER NOT NULL,
        own_clock INTEGER NOT NULL,
        CHECK (0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440),
        CHECK (free IN (0, 1)),
        CHECK (own_clock IN (0, 1)),
        FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_availabilities_person_id ON availabilities (person_id)",
    """CREATE TABLE zone_data (
        id INTEGER NOT NULL,
        version VARCHAR NOT NULL,
        offsets VARCHAR NOT NULL,
        PRIMARY KEY (id)
    )""",
    """CREATE TABLE drafts (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        kind VARCHAR NOT NULL,
        number INTEGER NOT NULL,
        label VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        as_of VARCHAR NOT NULL,
        issued_at VARCHAR NOT NULL,
        parent_id INTEGER,
        content VARCHAR NOT NULL,
        CHECK (kind IN ('draft', 'option')),
        CHECK ((number > 0) = (kind = 'draft')),
        FOREIGN KEY(parent_id) REFERENCES drafts (id) ON DELETE SET NULL
    )""",
    "CREATE INDEX ix_drafts_parent_id ON drafts (parent_id)",
    """CREATE TABLE notices (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        draft_id INTEGER NOT NULL,
        person_id INTEGER,
        entity_id INTEGER,
        told_at VARCHAR NOT NULL,
        FOREIGN KEY(draft_id) REFERENCES drafts (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_notices_draft_id ON notices (draft_id)",
    """CREATE TABLE acceptances (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        rule VARCHAR NOT NULL,
        facts VARCHAR NOT NULL,
        sentence VARCHAR NOT NULL,
        reason VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        accepted_at VARCHAR NOT NULL
    )""",
    """CREATE TABLE rule_levels (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        rule VARCHAR NOT NULL,
        level VARCHAR NOT NULL,
        UNIQUE (rule)
    )""",
    """CREATE TABLE layouts (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        paper VARCHAR NOT NULL,
        accent VARCHAR NOT NULL,
        header_text VARCHAR NOT NULL,
        logo VARCHAR NOT NULL,
        logo_alt VARCHAR NOT NULL,
        time_style VARCHAR NOT NULL,
        date_style VARCHAR NOT NULL,
        font_size INTEGER NOT NULL,
        columns VARCHAR NOT NULL,
        zones VARCHAR NOT NULL,
        CHECK (font_size BETWEEN 6 AND 14)
    )""",
    """CREATE TABLE draft_numbers (
        number INTEGER NOT NULL,
        PRIMARY KEY (number)
    )""",
)
