"""The frozen records of a meeting, one a row of its file.

Times are minutes on the meeting's wall clock, lengths are minutes, dates are ISO 8601 text. Field names equal
column names, so that a row of the file and a record of the picture are one thing. A field that came to a table with a
later version of the file has a default, which is that of the column too: an older step of the history lacks it.
"""

from dataclasses import dataclass

from planner.models.kinds import (
    KINDS_WITH_SPEAKERS,
    STATES_THAT_COUNT,
    EntityKind,
    InterestState,
    Role,
    SeatState,
    SessionKind,
    StakeholderCategory,
)
from planner.models.record import Record


@dataclass(frozen=True, slots=True, repr=False)
class Spot(Record):
    """Where a session stands: day, minutes since midnight, room."""

    day_id: int
    start_minute: int
    room_id: int


@dataclass(frozen=True, slots=True, repr=False)
class Meeting(Record):
    id: int
    title: str
    subtitle: str
    zone: str
    zone_label: str
    grid_minutes: int
    comfortable_start_minute: int
    comfortable_end_minute: int
    state_limit_minutes: int
    stakeholder_limit_minutes: int
    group_limit_minutes: int
    handover_seconds: int
    words_per_minute: int
    draft_number: int
    paper_note: str
    working_start_minute: int = 9 * 60
    working_end_minute: int = 18 * 60
    awake_start_minute: int = 6 * 60
    awake_end_minute: int = 23 * 60
    contact: str = ""
    deadline_date: str = ""
    """Until when statements are sent: ISO 8601, or empty; the minute is that of the meeting's clock."""
    deadline_minute: int = 23 * 60 + 59
    invitation_text: str = ""
    logistics_text: str = ""
    """The meeting's own templates; an empty one stands for the program's (planner.export.template_texts)."""
    documents: str = ""
    """Papers for the meeting as a whole, a line each: symbol, title, link."""
    uid: str = ""
    """Tells this meeting from every other (UUID, RFC 9562), copies share it; empty in files made before version 3."""


BOUNDS = (
    "awake_start_minute",
    "comfortable_start_minute",
    "working_start_minute",
    "working_end_minute",
    "comfortable_end_minute",
    "awake_end_minute",
)
"""The fields of a meeting that bound a person's day, from early to late."""


@dataclass(frozen=True, slots=True, repr=False)
class Day(Record):
    id: int
    date: str


@dataclass(frozen=True, slots=True, repr=False)
class Window(Record):
    """Hours during which a day is open, e.g. 600 to 940."""

    id: int
    day_id: int
    start_minute: int
    end_minute: int


@dataclass(frozen=True, slots=True, repr=False)
class Room(Record):
    id: int
    name: str
    link: str
    position: int


@dataclass(frozen=True, slots=True, repr=False)
class Session(Record):
    id: int
    kind: SessionKind
    code: str
    title: str
    summary: str
    guiding_questions: str
    internal_notes: str
    day_id: int | None
    start_minute: int | None
    room_id: int | None
    minutes: int
    wrap_up_minutes: int
    target_moderators: int
    target_speakers: int
    floor_states: int
    floor_stakeholders: int
    state_limit_minutes: int | None
    stakeholder_limit_minutes: int | None
    pinned: bool
    documents: str = ""
    """The papers that it works with, a line each: symbol, title, link."""

    @property
    def spot(self) -> Spot | None:
        """Day, start and room; None while the session is still to be placed."""
        if self.day_id is None or self.start_minute is None or self.room_id is None:
            return None
        return Spot(self.day_id, self.start_minute, self.room_id)

    @property
    def has_speakers(self) -> bool:
        return self.kind in KINDS_WITH_SPEAKERS


@dataclass(frozen=True, slots=True, repr=False)
class Objective(Record):
    """One of the objectives under review, e.g. the 23 of the Global Compact for Migration."""

    id: int
    number: int
    short_title: str
    title: str


@dataclass(frozen=True, slots=True, repr=False)
class Coverage(Record):
    """A session covers an objective."""

    id: int
    session_id: int
    objective_id: int


@dataclass(frozen=True, slots=True, repr=False)
class Entity(Record):
    """A State, an organization or a stakeholder that takes part."""

    id: int
    name: str
    kind: EntityKind
    stakeholder_category: StakeholderCategory
    country_code: str
    region: str
    zone: str


@dataclass(frozen=True, slots=True, repr=False)
class Person(Record):
    id: int
    honorific: str
    given_name: str
    family_name: str
    function: str
    entity_id: int | None
    email: str
    phone: str
    zone: str
    languages: str
    gender: str

    @property
    def name(self) -> str:
        """Given name and family name as papers print them."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)


@dataclass(frozen=True, slots=True, repr=False)
class Seat(Record):
    """One role in one session, held by an entity, a person, both or nobody yet."""

    id: int
    session_id: int
    role: Role
    entity_id: int | None
    person_id: int | None
    position: int
    minutes: int
    state: SeatState

    @property
    def counts(self) -> bool:
        """Whether the seat takes part: a declined or withdrawn one does not."""
        return self.state in STATES_THAT_COUNT


@dataclass(frozen=True, slots=True, repr=False)
class Replacement(Record):
    """Who held a seat before, and why not any longer; ``replaced_at`` is ISO 8601 in UTC."""

    id: int
    seat_id: int
    entity_id: int | None
    person_id: int | None
    reason: str
    replaced_at: str


@dataclass(frozen=True, slots=True, repr=False)
class Interest(Record):
    """An expression of interest in taking part; ``received`` is an ISO 8601 date or empty.

    ``source`` says where it came from ("typed", or a file and its row); ``source_key`` finds it again when the same
    file, or a corrected one, is imported once more. ``position`` orders the reserve list.
    """

    id: int
    entity_id: int | None
    person_id: int | None
    received: str
    source: str
    source_key: str
    note: str
    state: InterestState
    position: int


@dataclass(frozen=True, slots=True, repr=False)
class Wish(Record):
    """One role wanted in one session; ``preference`` 1 is the dearest, 0 was not given."""

    id: int
    interest_id: int
    session_id: int
    role: Role
    preference: int


@dataclass(frozen=True, slots=True, repr=False)
class Availability(Record):
    """Hours of one date in which a person is free, or busy.

    With ``own_clock`` date and minutes are those of the person's zone, otherwise of the meeting's.
    """

    id: int
    person_id: int
    date: str
    start_minute: int
    end_minute: int
    free: bool
    own_clock: bool


@dataclass(frozen=True, slots=True, repr=False)
class Ruler(Record):
    """A further zone drawn beside the meeting's hours."""

    id: int
    zone: str
    position: int


@dataclass(frozen=True, slots=True, repr=False)
class Layout(Record):
    """How the papers look; the first by position is the one in use. planner.export.layouts makes a Look of it.

    ``logo`` is a PNG or JPEG file in base64, ``columns`` and ``zones`` are separated by commas.
    """

    id: int
    name: str
    position: int
    paper: str
    accent: str
    header_text: str
    logo: str
    logo_alt: str
    time_style: str
    date_style: str
    font_size: int
    columns: str
    zones: str
