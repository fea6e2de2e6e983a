"""The rows of an ``.agenda`` file: SQLAlchemy 2 typed models with integer and text columns only."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from planner.models.constraints import CHECKS
from planner.models.kinds import EntityKind, InterestState, SeatState


class Base(DeclarativeBase):
    """Everything the file holds: the meeting's content and its journal."""


# A number is never given out twice, so that "session 12" means one session in every draft of the meeting.
_NUMBERED = {"sqlite_autoincrement": True}


def _checked(table: str) -> tuple[CheckConstraint, ...]:
    return tuple(CheckConstraint(condition) for condition in CHECKS[table])


def _reference(target: str, on_delete: str) -> ForeignKey:
    return ForeignKey(target, ondelete=on_delete)


def _added_number(value: int) -> Mapped[int]:
    """A column that came with a later version: SQLite adds one to rows that exist only with a default of its own."""
    return mapped_column(server_default=text(str(value)))


def _added_text() -> Mapped[str]:
    """As ``_added_number``, for text that is empty at first."""
    return mapped_column(server_default=text("''"))


class MeetingRow(Base):
    __tablename__ = "meeting"
    __table_args__ = (*_checked("meeting"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(default="")
    subtitle: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="Europe/Zurich")
    zone_label: Mapped[str] = mapped_column(default="CET")
    grid_minutes: Mapped[int] = mapped_column(default=5)
    comfortable_start_minute: Mapped[int] = mapped_column(default=8 * 60)
    comfortable_end_minute: Mapped[int] = mapped_column(default=20 * 60)
    state_limit_minutes: Mapped[int] = mapped_column(default=3)
    stakeholder_limit_minutes: Mapped[int] = mapped_column(default=2)
    group_limit_minutes: Mapped[int] = mapped_column(default=5)
    handover_seconds: Mapped[int] = mapped_column(default=30)
    words_per_minute: Mapped[int] = mapped_column(default=120)
    draft_number: Mapped[int] = mapped_column(default=0)
    paper_note: Mapped[str] = mapped_column(default="")
    working_start_minute: Mapped[int] = _added_number(9 * 60)
    working_end_minute: Mapped[int] = _added_number(18 * 60)
    awake_start_minute: Mapped[int] = _added_number(6 * 60)
    awake_end_minute: Mapped[int] = _added_number(23 * 60)
    contact: Mapped[str] = _added_text()
    deadline_date: Mapped[str] = _added_text()
    deadline_minute: Mapped[int] = _added_number(23 * 60 + 59)
    invitation_text: Mapped[str] = _added_text()
    logistics_text: Mapped[str] = _added_text()
    documents: Mapped[str] = _added_text()
    uid: Mapped[str] = _added_text()


class DayRow(Base):
    __tablename__ = "days"
    __table_args__ = _NUMBERED
    id: Mapped[int] = mapped_column(primary_key=True)
    date: Mapped[str]


class WindowRow(Base):
    __tablename__ = "windows"
    __table_args__ = (*_checked("windows"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    day_id: Mapped[int] = mapped_column(_reference("days.id", "CASCADE"), index=True)
    start_minute: Mapped[int]
    end_minute: Mapped[int]


class RoomRow(Base):
    __tablename__ = "rooms"
    __table_args__ = _NUMBERED
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    link: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class SessionRow(Base):
    __tablename__ = "sessions"
    __table_args__ = (*_checked("sessions"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    code: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    guiding_questions: Mapped[str] = mapped_column(default="")
    internal_notes: Mapped[str] = mapped_column(default="")
    day_id: Mapped[int | None] = mapped_column(_reference("days.id", "RESTRICT"), index=True)
    start_minute: Mapped[int | None]
    room_id: Mapped[int | None] = mapped_column(_reference("rooms.id", "RESTRICT"), index=True)
    minutes: Mapped[int]
    wrap_up_minutes: Mapped[int] = mapped_column(default=0)
    target_moderators: Mapped[int] = mapped_column(default=1)
    target_speakers: Mapped[int] = mapped_column(default=4)
    floor_states: Mapped[int] = mapped_column(default=0)
    floor_stakeholders: Mapped[int] = mapped_column(default=0)
    state_limit_minutes: Mapped[int | None]
    stakeholder_limit_minutes: Mapped[int | None]
    pinned: Mapped[int] = mapped_column(default=0)
    documents: Mapped[str] = _added_text()


class ObjectiveRow(Base):
    __tablename__ = "objectives"
    __table_args__ = _NUMBERED
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    short_title: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")


class CoverageRow(Base):
    __tablename__ = "coverage"
    __table_args__ = (UniqueConstraint("session_id", "objective_id"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(_reference("sessions.id", "CASCADE"))
    objective_id: Mapped[int] = mapped_column(_reference("objectives.id", "CASCADE"), index=True)


class EntityRow(Base):
    __tablename__ = "entities"
    __table_args__ = (*_checked("entities"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(default=EntityKind.STAKEHOLDER.value)
    stakeholder_category: Mapped[str] = mapped_column(default="")
    country_code: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="")


class PersonRow(Base):
    __tablename__ = "people"
    __table_args__ = _NUMBERED
    id: Mapped[int] = mapped_column(primary_key=True)
    honorific: Mapped[str] = mapped_column(default="")
    given_name: Mapped[str] = mapped_column(default="")
    family_name: Mapped[str] = mapped_column(default="")
    function: Mapped[str] = mapped_column(default="")
    entity_id: Mapped[int | None] = mapped_column(_reference("entities.id", "SET NULL"), index=True)
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="")
    languages: Mapped[str] = mapped_column(default="")
    gender: Mapped[str] = mapped_column(default="")


class SeatRow(Base):
    __tablename__ = "seats"
    __table_args__ = (*_checked("seats"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(_reference("sessions.id", "CASCADE"), index=True)
    role: Mapped[str]
    entity_id: Mapped[int | None] = mapped_column(_reference("entities.id", "SET NULL"), index=True)
    person_id: Mapped[int | None] = mapped_column(_reference("people.id", "SET NULL"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    minutes: Mapped[int] = mapped_column(default=5)
    state: Mapped[str] = mapped_column(default=SeatState.PROPOSED.value)


class ReplacementRow(Base):
    __tablename__ = "replacements"
    __table_args__ = _NUMBERED
    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(_reference("seats.id", "CASCADE"), index=True)
    entity_id: Mapped[int | None] = mapped_column(_reference("entities.id", "SET NULL"), index=True)
    person_id: Mapped[int | None] = mapped_column(_reference("people.id", "SET NULL"), index=True)
    reason: Mapped[str] = mapped_column(default="")
    replaced_at: Mapped[str]


class InterestRow(Base):
    __tablename__ = "interests"
    __table_args__ = (*_checked("interests"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    entity_id: Mapped[int | None] = mapped_column(_reference("entities.id", "SET NULL"), index=True)
    person_id: Mapped[int | None] = mapped_column(_reference("people.id", "SET NULL"), index=True)
    received: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    source_key: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default=InterestState.NEW.value)
    position: Mapped[int] = mapped_column(default=0)


class WishRow(Base):
    __tablename__ = "wishes"
    __table_args__ = (*_checked("wishes"), UniqueConstraint("interest_id", "session_id", "role"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    interest_id: Mapped[int] = mapped_column(_reference("interests.id", "CASCADE"))
    session_id: Mapped[int] = mapped_column(_reference("sessions.id", "CASCADE"), index=True)
    role: Mapped[str]
    preference: Mapped[int] = mapped_column(default=0)


class RulerRow(Base):
    __tablename__ = "rulers"
    __table_args__ = _NUMBERED
    id: Mapped[int] = mapped_column(primary_key=True)
    zone: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class AvailabilityRow(Base):
    __tablename__ = "availabilities"
    __table_args__ = (*_checked("availabilities"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(_reference("people.id", "CASCADE"), index=True)
    date: Mapped[str]
    start_minute: Mapped[int]
    end_minute: Mapped[int]
    free: Mapped[int] = mapped_column(default=1)
    own_clock: Mapped[int] = mapped_column(default=1)


class DraftRow(Base):
    __tablename__ = "drafts"
    __table_args__ = (*_checked("drafts"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    number: Mapped[int]
    label: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    as_of: Mapped[str]
    issued_at: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(_reference("drafts.id", "SET NULL"), index=True)
    content: Mapped[str]


class NoticeRow(Base):
    __tablename__ = "notices"
    __table_args__ = _NUMBERED
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(_reference("drafts.id", "CASCADE"), index=True)
    person_id: Mapped[int | None]
    entity_id: Mapped[int | None]
    told_at: Mapped[str]


class AcceptanceRow(Base):
    __tablename__ = "acceptances"
    __table_args__ = _NUMBERED
    id: Mapped[int] = mapped_column(primary_key=True)
    rule: Mapped[str]
    facts: Mapped[str]
    sentence: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    accepted_at: Mapped[str]


class RuleLevelRow(Base):
    __tablename__ = "rule_levels"
    __table_args__ = (UniqueConstraint("rule"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    rule: Mapped[str]
    level: Mapped[str]


class LayoutRow(Base):
    __tablename__ = "layouts"
    __table_args__ = (*_checked("layouts"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    position: Mapped[int]
    paper: Mapped[str]
    accent: Mapped[str]
    header_text: Mapped[str] = mapped_column(default="")
    logo: Mapped[str] = mapped_column(default="")
    logo_alt: Mapped[str] = mapped_column(default="")
    time_style: Mapped[str]
    date_style: Mapped[str]
    font_size: Mapped[int]
    columns: Mapped[str]
    zones: Mapped[str] = mapped_column(default="")


class ToldApartRow(Base):
    __tablename__ = "told_apart"
    __table_args__ = (*_checked("told_apart"), UniqueConstraint("table_name", "first_id", "second_id"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    table_name: Mapped[str]
    first_id: Mapped[int]
    second_id: Mapped[int]


class MergedCopyRow(Base):
    __tablename__ = "merges"
    __table_args__ = _NUMBERED
    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int]
    step_name: Mapped[str]
    step_made_at: Mapped[str]
    merged_at: Mapped[str]
    numbers: Mapped[str]


class DraftNumberRow(Base):
    """The numbers ever given to drafts: beside the content, outside the journal, so that none is given twice."""

    __tablename__ = "draft_numbers"
    number: Mapped[int] = mapped_column(primary_key=True)


class RowMarkRow(Base):
    """What rows are called in every copy: no content, never undone (planner.models.row_marks)."""

    __tablename__ = "row_marks"
    table_name: Mapped[str] = mapped_column(primary_key=True)
    row_id: Mapped[int] = mapped_column(primary_key=True)
    mark: Mapped[str] = mapped_column(primary_key=True)


class ZoneDataRow(Base):
    """The zone data with which the meeting was last edited: no content, never undone (planner.models.zone_data).

    ``offsets`` is JSON: the offsets that the meeting's times were worked out with.
    """

    __tablename__ = "zone_data"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[str]
    offsets: Mapped[str]


class CalendarEventRow(Base):
    """What went into people's calendars: no content, never undone (planner.models.calendar_events)."""

    __tablename__ = "calendar_events"
    __table_args__ = (*_checked("calendar_events"), UniqueConstraint("uid"))
    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str]
    session_id: Mapped[int]
    person_id: Mapped[int | None]
    entity_id: Mapped[int | None]
    sequence: Mapped[int]
    facts: Mapped[str]
    cancelled: Mapped[int]


class StepRow(Base):
    """One undoable change: its name, when it was made (UTC), and whether it stands.

    ``state`` is 1 while the step stands, 0 while it is undone and can be redone, -1 once another edit replaced it.
    """

    __tablename__ = "journal_steps"
    __table_args__ = (*_checked("journal_steps"), _NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    made_at: Mapped[str]
    state: Mapped[int] = mapped_column(index=True)


class ImageRow(Base):
    """A row of the content before and after one change, as JSON; written by triggers alone."""

    __tablename__ = "journal_images"
    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(_reference("journal_steps.id", "CASCADE"), index=True)
    table_name: Mapped[str]
    row_id: Mapped[int]
    before: Mapped[str | None]
    after: Mapped[str | None]
