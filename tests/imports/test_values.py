"""Names, countries, dates, roles and segments as people write them."""

import pytest

from planner.imports.countries import country_code
from planner.imports.dates import DateOrder, order_of, parse_received
from planner.imports.entity_kinds import parse_category, parse_kind
from planner.imports.names import Name, names_several, parse_name
from planner.imports.person_cells import parse_gender
from planner.imports.roles import roles_in
from planner.imports.segments import SegmentReader
from planner.models.kinds import EntityKind, Role, SessionKind, StakeholderCategory
from tests.building import make_agenda, roundtable, session

OPENING, CLOSING = 10, 11
AGENDA = make_agenda(
    sessions=[
        session(OPENING, "Opening segment", kind=SessionKind.OPENING),
        session(CLOSING, "Closing segment", kind=SessionKind.CLOSING),
        session(12, "Break", kind=SessionKind.BREAK),
        *(roundtable(number) for number in (1, 2, 3, 4)),
    ]
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ms. Anna Nowak", Name("Ms.", "Anna", "Nowak")),
        ("NOWAK, Anna", Name("", "Anna", "Nowak")),
        ("Nowak, Ms. Anna", Name("Ms.", "Anna", "Nowak")),
        ("H.E. Mr. John van der Berg", Name("H.E. Mr.", "John", "van der Berg")),
        ("Mme Claire EXEMPLE", Name("Ms.", "Claire", "Exemple")),
        ("г-жа Новак Анна Ивановна", Name("Ms.", "Анна Ивановна", "Новак")),
        ("Dr. Max Muster", Name("Dr.", "Max", "Muster")),
        ("Ms. Anna Nowak, Deputy Minister", Name("Ms.", "Anna", "Nowak", "Deputy Minister")),
        ("Anna Nowak (Director, Migration)", Name("", "Anna", "Nowak", "Director, Migration")),
        ("Garcia Lopez, Ana", Name("", "Ana", "Garcia Lopez")),
        ("И.И. Образцов", Name("", "И.И.", "Образцов")),
        ("Образцов И.И.", Name("", "И.И.", "Образцов")),
        ("Beta", Name("", "", "Beta")),
        ("The Honourable Ann Q. Alpha, MP", Name("Hon.", "Ann Q.", "Alpha")),
        ("Prof. dr. hab. Jan Muster", Name("Dr. Prof.", "Jan", "Muster")),
        ("Ms., Anna, NOWAK", Name("Ms.", "Anna", "Nowak")),
        ("Иванова Мария", Name("", "Мария", "Иванова")),
        ("Мария Иванова", Name("", "Мария", "Иванова")),
        ("Ann Alpha <ann@example.org>", Name("", "Ann", "Alpha")),
        ("Mr. To Be Confirmed", Name()),
        ("TBC", Name()),
        ("à confirmer", Name()),
    ],
)
def test_names_are_taken_apart(text: str, name: Name) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Ann Alpha and Ben Beta", True),
        ("Ann Alpha; Ben Beta", True),
        ("Mr. Ben Beta, Ms. Ann Beta", True),
        ("Ben Beta, Ann Beta", True),
        ("Ann Alpha, Ben Beta, Cleo Gamma", True),
        ("Ms. Andrea Land", False),
        ("H.E. Mr. Jean Exemple, Ambassador of France", False),
        ("Garcia Lopez, Ana Maria", False),
        ("Ms. Anna Nowak, Deputy Minister", False),
        ("Ann Alpha <ann.and.ben@example.org>", False),
    ],
)
def test_two_people_in_one_cell_are_seen(text: str, several: bool) -> None:
    assert names_several(text) is several


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kyrgyz Republic", "KG"),
        ("Кыргызстан", "KG"),
        ("Киргизия", "KG"),
        ("KGZ", "KG"),
        ("République kirghize", "KG"),
        ("Permanent Mission of Poland", "PL"),
        ("Royaume-Uni", "GB"),
        ("Turkey", "TR"),
        ("the Netherlands", "NL"),
        ("Российская Федерация", "RU"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Респ. Казахстан", "KZ"),
        ("Republic of Poland", "PL"),
        ("Polska", "PL"),
        ("Magyarország", "HU"),
        ("ÖSTERREICH", "AT"),
        ("España", "ES"),
        ("Ελλάδα", "GR"),
        ("საქართველო", "GE"),
        ("Հայաստան", "AM"),
        ("Oʻzbekiston", "UZ"),
        ("Україна", "UA"),
        ("Қазақстан", "KZ"),
        ("ישראל", "IL"),
        ("it", ""),
        ("Sample Council", ""),
        ("Examplia", ""),
        ("", ""),
    ],
)
def test_countries_are_known_by_any_usual_name(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "2020-11-12",
        "2020-11-12T09:30:00",
        "12.11.2020",
        "12/11/2020",
        "12/11/2020 10:15",
        "12 November 2020",
        "November 12, 2020",
        "Thursday, 12 November 2020",
        "12 novembre 2020",
        "12 ноября 2020 г.",
        "12-Nov-20",
        "44147",
    ],
)
def test_dates_are_read_in_many_styles(text: str) -> None:
    assert parse_received(text) == "2020-11-12"


def test_the_day_comes_first_unless_it_cannot() -> None:
    assert [parse_received(text) for text in ("11/12/2020", "11/25/2020")] == ["2020-12-11", "2020-11-25"]


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["13/5/2020", "10/5/2020"], DateOrder.DAY_FIRST),
        (["10/5/2020", "5/13/2020 10:15"], DateOrder.MONTH_FIRST),
        (["10/5/2020", "2020-05-13", "13 May 2020"], DateOrder.UNSAID),
        (["13/5/2020", "5/13/2020"], DateOrder.BOTH),
    ],
)
def test_a_part_above_twelve_tells_the_order_for_all(texts: list[str], order: DateOrder) -> None:
    assert order_of(texts) is order


def test_told_that_the_month_comes_first_a_date_is_read_so_unless_it_cannot() -> None:
    read = [parse_received(text, month_first=True) for text in ("11/12/2020", "25/11/2020")]
    assert read == ["2020-11-12", "2020-11-25"]


@pytest.mark.parametrize("text", ["", "early November", "31.02.2020", "123"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_received(text) == ""


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Speaker", (Role.SPEAKER,)),
        ("modératrice", (Role.MODERATOR,)),
        ("Модератор", (Role.MODERATOR,)),
        ("both", (Role.MODERATOR, Role.SPEAKER)),
        ("докладчик и/или модератор", (Role.MODERATOR, Role.SPEAKER)),
        ("dancer", ()),
    ],
)
def test_roles_are_read_in_three_languages(text: str, roles: tuple[Role, ...]) -> None:
    assert roles_in(text) == roles


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Opening", [OPENING]),
        ("Séance d’ouverture", [OPENING]),
        ("RT 1", [1]),
        ("RT1-3", [1, 2, 3]),
        ("Roundtable 2 and 4", [2, 4]),
        ("Roundtables I, II & IV", [1, 2, 4]),
        ("3, 1", [3, 1]),
        ("1.0", [1]),
        ("R2", [2]),
        ("First roundtable and closing", [1, CLOSING]),
        ("второй круглый стол", [2]),
        ("Table ronde 2", [2]),
        ("Круглый стол 3", [3]),
        ("Открытие, КС №2", [OPENING, 2]),
        ("Roundtable 3: a title nobody knows", [3]),
        ("1st choice: RT 4; 2nd choice: closing segment", [4, CLOSING]),
        ("No preference", []),
    ],
)
def test_segments_are_read_in_order_of_choice(text: str, ids: list[int]) -> None:
    found = SegmentReader(AGENDA).read(text)
    assert [(named.session_id, named.preference) for named in found.named] == [
        (session_id, place) for place, session_id in enumerate(ids, start=1)
    ]
    assert found.unknown == ()


@pytest.mark.parametrize("text", ["1. RT 3\n2. RT 1", "1) RT3; 2) RT1"])
def test_the_numbers_of_a_list_name_no_roundtables(text: str) -> None:
    found = SegmentReader(AGENDA).read(text)
    assert [(named.session_id, named.preference) for named in found.named] == [(3, 1), (1, 2)]


@pytest.mark.parametrize("text", ["All roundtables", "all", "Toutes", "все"])
def test_all_roundtables_are_wanted_alike(text: str) -> None:
    found = SegmentReader(AGENDA).read(text)
    assert [(named.session_id, named.preference) for named in found.named] == [(1, 1), (2, 1), (3, 1), (4, 1)]


@pytest.mark.parametrize(
    "text", ["Speaker in RT 1; moderator in RT 2", "RT1 (speaker), RT2 (moderator)", "Speaker: RT 1, moderator: RT 2"]
)
def test_a_role_goes_with_its_segment(text: str) -> None:
    found = SegmentReader(AGENDA).read(text)
    assert [(named.session_id, named.roles) for named in found.named] == [(1, (Role.SPEAKER,)), (2, (Role.MODERATOR,))]


@pytest.mark.parametrize(
    ("text", "unknown"), [("Roundtable 9", ("9",)), ("RT1, gala dinner", ("gala", "dinner")), ("2020-01-03", ("2020",))]
)
def test_words_that_name_no_segment_are_told(text: str, unknown: tuple[str, ...]) -> None:
    assert SegmentReader(AGENDA).read(text).unknown == unknown


@pytest.mark.parametrize(
    ("text", "country", "kind"),
    [
        ("Member State", "KG", EntityKind.MEMBER_STATE),
        ("State", "JP", EntityKind.OTHER_STATE),
        ("УВКБ ООН", "", EntityKind.UN_SYSTEM),
        ("Regional platform", "", EntityKind.REGIONAL_ORGANIZATION),
        ("NGO", "", EntityKind.STAKEHOLDER),
        ("something", "", None),
    ],
)
def test_kinds_of_entities_are_recognised(text: str, country: str, kind: EntityKind | None) -> None:
    assert parse_kind(text, country) is kind


@pytest.mark.parametrize(
    ("text", "gender"),
    [("F", "female"), ("Homme", "male"), ("жен.", "female"), ("non-binary", "other"), ("", ""), ("see file", "")],
)
def test_gender_is_read_in_three_languages(text: str, gender: str) -> None:
    assert parse_gender(text) == gender


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Trade unions", StakeholderCategory.TRADE_UNIONS),
        ("Société civile", StakeholderCategory.CIVIL_SOCIETY),
        ("Частный сектор", StakeholderCategory.PRIVATE_SECTOR),
        ("", None),
    ],
)
def test_stakeholder_categories_are_recognised(text: str, category: StakeholderCategory | None) -> None:
    assert parse_category(text) is category
