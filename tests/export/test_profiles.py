"""What a profile must not show is in no Agenda or paper of it: marks are planted in every text of every table."""

import json
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.errors import InputProblem
from planner.export.agenda_paper import AgendaOptions
from planner.export.batches import BATCHES
from planner.export.layouts import look_of
from planner.export.look import Look
from planner.export.papers import PAPERS, PaperKind, paper_kind
from planner.export.profiles import Profile, left_out, profile_named, redacted, redacted_look
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState, SessionKind
from planner.models.record_types import RECORD_TYPES
from planner.models.records import Room
from tests.building import entity, make_agenda, person, seat, session
from tests.export.planted_meeting import columns_shown, planted_meeting, rows_of, texts_of_agenda

KEPT_IN_PUBLIC = {
    "meeting.title", "meeting.subtitle", "meeting.zone_label", "meeting.paper_note", "meeting.contact",
    "meeting.documents", "meeting.uid", "sessions.documents",
    "meeting.invitation_text", "meeting.logistics_text", "sessions.code", "sessions.title", "sessions.summary",
    "sessions.guiding_questions", "rooms.name", "objectives.short_title", "objectives.title", "entities.name",
    "entities.region", "people.honorific", "people.given_name", "people.family_name", "people.function",
    "layouts.name", "layouts.paper", "layouts.header_text", "layouts.logo_alt", "layouts.time_style",
    "layouts.date_style", "layouts.columns", "layouts.zones",
}  # fmt: skip
KEPT_FOR_DELEGATIONS = KEPT_IN_PUBLIC | {"rooms.link"}


FOR_OTHERS = [kind for kind in PAPERS if not kind.only_internal]
SHOW_ALL_SESSIONS = {"running-order-pdf", "sheets-pdf", "speakers-pdf", "agenda-json", "speakers-xlsx"}
FOR_EVERYBODY = [kind for kind in PAPERS if Profile.PUBLIC in kind.readers]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Agenda:
    return planted_meeting(tmp_path_factory.mktemp("planted"))


def shown(agenda: Agenda) -> set[str]:
    return columns_shown("\n".join(texts_of_agenda(agenda)))


def text_of_paper(kind: PaperKind, agenda: Agenda, profile: Profile, folder: Path) -> str:
    path = folder / f"paper{kind.suffix}"
    as_of, look = datetime(2020, 11, 5, 18, 0), look_of(agenda)
    kind.write(agenda, AgendaOptions(profile=profile, as_of=as_of, look=look, before=make_agenda()), path)
    if kind.suffix == ".pdf":
        reader = PdfReader(path)
        return "\n".join([*(page.extract_text() for page in reader.pages), str(reader.metadata)])
    if kind.suffix in {".docx", ".xlsx"}:
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return path.read_text(encoding="utf-8")


def test_every_table_has_a_row_with_marks(planted: Agenda) -> None:
    assert [table for table in RECORD_TYPES if not rows_of(planted, table)] == []


def test_in_public_only_what_papers_print_is_left(planted: Agenda) -> None:
    assert shown(redacted(planted, Profile.PUBLIC)) == KEPT_IN_PUBLIC


def test_delegations_also_have_the_links(planted: Agenda) -> None:
    assert shown(redacted(planted, Profile.DELEGATIONS)) == KEPT_FOR_DELEGATIONS


def test_the_secretariat_has_everything(planted: Agenda) -> None:
    assert redacted(planted, Profile.INTERNAL) is planted


@pytest.mark.parametrize("kind", FOR_EVERYBODY, ids=lambda kind: kind.key)
def test_no_paper_for_the_public_holds_more(planted: Agenda, kind: PaperKind, tmp_path: Path) -> None:
    assert columns_shown(text_of_paper(kind, planted, Profile.PUBLIC, tmp_path)) - KEPT_IN_PUBLIC == set()


@pytest.mark.parametrize("kind", FOR_OTHERS, ids=lambda kind: kind.key)
def test_no_paper_for_delegations_holds_more(planted: Agenda, kind: PaperKind, tmp_path: Path) -> None:
    assert columns_shown(text_of_paper(kind, planted, Profile.DELEGATIONS, tmp_path)) - KEPT_FOR_DELEGATIONS == set()


@pytest.mark.parametrize("profile", [Profile.PUBLIC, Profile.DELEGATIONS])
@pytest.mark.parametrize("key", [kind.key for kind in PAPERS if kind.only_internal])
def test_a_paper_of_which_nothing_would_be_left_is_refused(key: str, profile: Profile, tmp_path: Path) -> None:
    with pytest.raises(InputProblem) as refusal:
        paper_kind(key).write(make_agenda(), AgendaOptions(profile=profile), tmp_path / "paper")
    assert refusal.value.sentence == f"“{key}” is for the secretariat alone. Leave the profile out."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", PAPERS, ids=lambda kind: kind.key)
def test_the_title_of_a_paper_says_internal_when_it_is_for_nobody_else(kind: PaperKind) -> None:
    assert kind.title.endswith("(internal)") is (kind.readers == (Profile.INTERNAL,))
    assert kind.profile in kind.readers


def test_personal_sheets_are_for_nobody_but_those_who_sit_in_whichever_form(tmp_path: Path) -> None:
    sheets = [kind for kind in (*PAPERS, *BATCHES) if kind.key in {"sheets", "sheets-pdf", "letters"}]
    assert [kind.readers for kind in sheets] == 3 * [(Profile.DELEGATIONS, Profile.INTERNAL)]
    with pytest.raises(InputProblem) as refusal:
        paper_kind("sheets-pdf").write(make_agenda(), AgendaOptions(profile=Profile.PUBLIC), tmp_path / "paper")
    assert refusal.value.sentence == "“sheets-pdf” is for those who sit. Choose the profile delegations, or none."


@pytest.mark.parametrize("kind", PAPERS, ids=lambda kind: kind.key)
def test_a_session_without_an_hour_is_left_out_of_the_papers_that_say_so(kind: PaperKind, tmp_path: Path) -> None:
    agenda = make_agenda(
        sessions=[session(1, "First", 600), replace(session(2, "Unplaced"), kind=SessionKind.PLENARY)],
        people=[person(1, "Anna")],
        seats=[seat(number, number, person=1, state=SeatState.CONFIRMED) for number in (1, 2)],
    )
    sentence = "1 session that is not placed yet"
    for profile in kind.readers:
        assert (sentence in kind.left_out(agenda, profile)) is kind.only_placed
    if kind.only_placed:
        assert "Unplaced" not in text_of_paper(kind, agenda, kind.profile, tmp_path)
    elif kind.key in SHOW_ALL_SESSIONS:
        assert "Unplaced" in text_of_paper(kind, agenda, kind.profile, tmp_path)


def test_where_people_are_is_not_told_to_everybody(tmp_path: Path) -> None:
    agenda = make_agenda(
        sessions=[session(1, "First", 600)],
        entities=[replace(entity(1, "Eastland"), zone="Asia/Bishkek")],
        people=[replace(person(1, "Anna", entity=1), zone="America/Toronto")],
        seats=[seat(1, 1, person=1, state=SeatState.CONFIRMED)],
    )
    path = tmp_path / "paper.json"
    paper_kind("agenda-json").write(agenda, AgendaOptions(profile=Profile.PUBLIC), path)
    told = json.loads(path.read_text(encoding="utf-8"))
    assert [row["zone"] for row in (*told["people"], *told["entities"])] == ["", ""]
    assert left_out(agenda, Profile.PUBLIC) == ("The time zones of 2 people and entities",)
    assert redacted(agenda, Profile.DELEGATIONS).people[1].zone == "America/Toronto"


def test_the_search_for_marks_finds_them_in_the_running_order(planted: Agenda, tmp_path: Path) -> None:
    running_order = next(kind for kind in PAPERS if kind.key == "running-order-pdf")
    found = columns_shown(text_of_paper(running_order, planted, Profile.INTERNAL, tmp_path))
    secrets = {"people.email", "people.phone", "people.languages", "sessions.internal_notes", "replacements.reason"}
    assert secrets - found == set()


def small() -> Agenda:
    return make_agenda(
        rooms=[Room(1, "Plenary", "https://example.org/room", 1)],
        sessions=[replace(session(1, "First", 600), internal_notes="Secret.")],
        entities=[entity(1, "Examplia")],
        people=[
            replace(person(1, "Anna", "Example", entity=1), email="anna@example.org", phone="1"),
            person(2, "Ben", "Beta"),
        ],
        seats=[
            seat(1, 1, Role.SPEAKER, person=1, state=SeatState.INVITED),
            seat(2, 1, Role.SPEAKER, person=2, state=SeatState.DECLINED),
        ],
    )


@pytest.mark.parametrize("kind", FOR_EVERYBODY, ids=lambda kind: str(kind.key))
def test_no_paper_for_the_public_holds_an_address_that_was_typed_into_a_text(
    planted: Agenda, kind: PaperKind, tmp_path: Path
) -> None:
    typed = {"meeting": "title", "sessions": "title", "rooms": "name", "entities": "name", "people": "function"}
    texts = [
        (table, record.id, replace(record, **{name: "Ask office@example.org or +41 22 917 12 34"}))
        for table, name in typed.items()
        for record in rows_of(planted, table)
    ]
    header = [
        ("layouts", record.id, replace(record, header_text="Bureau\noffice@example.org, +41 22 917 12 34"))
        for record in rows_of(planted, "layouts")
    ]
    meeting = replace(texts[0][2], contact="office@example.org", documents="E/1, office@example.org, 0041229171234")
    agenda = planted.with_records([*texts, *header, ("meeting", meeting.id, meeting)])
    text = " ".join(text_of_paper(kind, agenda, Profile.PUBLIC, tmp_path).split())
    assert [mark for mark in ("office@", "917 12 34", "9171234") if mark in text] == []


def test_the_header_of_papers_and_the_words_of_its_logo_hold_no_address_in_public() -> None:
    look = Look(header_text="Bureau\noffice@example.org", logo_alt="Emblem, +41 22 917 12 34", font_size=11)
    shown_look = Look(
        header_text="Bureau\n(e-mail address on request)",
        logo_alt="Emblem, (telephone number on request)",
        font_size=11,
    )
    assert redacted_look(look, Profile.PUBLIC) == shown_look
    assert redacted_look(look, Profile.DELEGATIONS) is look


def test_addresses_in_texts_are_counted_among_what_is_left_out() -> None:
    agenda = make_agenda(
        sessions=[replace(session(1, "First", 600), summary="Write to a@b.org, call +41 22 917 12 34.")]
    )
    assert left_out(agenda, Profile.PUBLIC) == (
        "1 e-mail address or link in a text",
        "1 number in a text that may be a telephone number",
    )
    assert redacted(agenda, Profile.PUBLIC).sessions[1].summary == (
        "Write to (e-mail address on request), call (telephone number on request)."
    )
    assert redacted(agenda, Profile.DELEGATIONS).sessions[1].summary == agenda.sessions[1].summary


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("tel. 022 917 12 34", "tel. (telephone number on request)"),
        ("tél. 079 555 12 34", "tél. (telephone number on request)"),
        ("WhatsApp 0795551234", "WhatsApp (telephone number on request)"),
        ("Тел.: 8 495 123 45 67", "Тел.: (telephone number on request)"),
        ("+41\u201322\u2013917\u201312\u201334", "(telephone number on request)"),
        ("00 41 22 917 12 34", "(telephone number on request)"),
        ("\uff0b41 22\t917 12 34", "(telephone number on request)"),
        ("+41\u200b22 917 12 34", "(telephone number on request)"),
        ("x[at]un.org, y @ un.org", "(e-mail address on request), (e-mail address on request)"),
        ("of\u00adfice@un.org", "(e-mail address on request)"),
        ("At https://zoom.example/j/1?pwd=abc now", "At (link on request) now"),
        ("At zoom.us/j/99999999, t.me/anna", "At (link on request) (link on request)"),
        ("x (at) un (dot) org, y AT un DOT org", "(e-mail address on request), (e-mail address on request)"),
        ("(+41) 22 917 12 34", "(telephone number on request)"),
        ("fax 71234", "fax (telephone number on request)"),
        ("Tel.: 71234, ext. 12-34", "Tel.: (telephone number on request), ext. (telephone number on request)"),
    ],
)
def test_addresses_are_known_in_the_spellings_that_people_use(text: str, shown: str) -> None:
    agenda = make_agenda(sessions=[replace(session(1, "First", 600), summary=text)])
    assert redacted(agenda, Profile.PUBLIC).sessions[1].summary == shown


@pytest.mark.parametrize(
    "text",
    [
        "+5 000 000 km",
        "phone 12 States",
        "a \ufb01eld at 10:00",
        "See https://example.org/a?page=2",
        "A/RES/73/195",
        "12-13 November 2020, 10:00-15:40",
        "UTC+1",
        "+1 (14 h)",
        "E/2020/100 and 2020/101",
        "@home",
        "Text. 2020 edition, and/or at.com/",
        "unece.org/doc/2020, met.me/x",
        "Look at item 3, dot the i",
    ],
)
def test_what_is_no_address_stays(text: str) -> None:
    agenda = make_agenda(sessions=[replace(session(1, "First", 600), summary=text)])
    assert redacted(agenda, Profile.PUBLIC).sessions[1].summary == text


def test_in_public_an_unconfirmed_name_is_its_entity() -> None:
    shown = redacted(small(), Profile.PUBLIC)
    assert [(held.person_id, held.entity_id) for held in shown.seats.values()] == [(None, 1)]
    assert dict(shown.people) == {}


def test_delegations_see_the_name_without_its_addresses() -> None:
    shown = redacted(small(), Profile.DELEGATIONS)
    assert [(one.name, one.email, one.phone) for one in shown.people.values()] == [("Anna Example", "", "")]


def test_others_see_only_whether_a_seat_is_confirmed() -> None:
    shown = redacted(small(), Profile.DELEGATIONS)
    assert [held.state for held in shown.seats.values()] == [SeatState.PROPOSED]


def test_what_is_left_out_is_told() -> None:
    assert left_out(small(), Profile.PUBLIC) == (
        "1 e-mail address",
        "1 phone number",
        "The internal note of 1 session",
        "1 declined seat",
        "1 name that is not confirmed: the entity stands for it",
        "The link to 1 room",
    )
    assert left_out(small(), Profile.INTERNAL) == ()


def test_people_are_counted_and_those_whom_no_entity_stands_for_told_apart() -> None:
    agenda = make_agenda(
        sessions=[session(1, "First", 600), session(2, "Second")],
        entities=[entity(1, "Eastland")],
        people=[person(1, "Anna", entity=1), person(2, "Ben"), person(3, "Cleo", entity=1)],
        seats=[
            seat(1, 1, person=1, state=SeatState.INVITED),
            seat(2, 1, Role.MODERATOR, person=1, state=SeatState.PROPOSED),
            seat(3, 1, person=2, state=SeatState.INVITED),
            seat(4, 1, person=3, state=SeatState.WITHDRAWN),
            seat(5, 1, person=3, state=SeatState.DECLINED),
            seat(6, 2, person=3),
        ],
    )
    assert left_out(agenda, Profile.PUBLIC) == (
        "1 declined seat",
        "1 withdrawn seat",
        "1 name that is not confirmed: the entity stands for it",
        "1 name that is not confirmed, of somebody without an entity",
    )
    assert left_out(agenda, Profile.INTERNAL, only_placed=True) == ("1 session that is not placed yet",)
    assert left_out(agenda, Profile.DELEGATIONS) == ("1 declined seat", "1 withdrawn seat")


def test_a_profile_is_named_in_any_case_and_another_is_refused() -> None:
    assert profile_named(" Public ") is Profile.PUBLIC
    with pytest.raises(InputProblem, match="Choose one of: public, delegations, internal"):
        profile_named("secret")


def test_a_profile_given_as_plain_text_takes_out_the_same() -> None:
    for profile in Profile:
        plain = str(profile.value)
        assert redacted(small(), plain) == redacted(small(), profile)  # type: ignore[arg-type]
        assert left_out(small(), plain) == left_out(small(), profile)  # type: ignore[arg-type]
