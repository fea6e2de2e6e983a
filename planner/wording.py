"""All words people see: gettext for whole sentences, and the names of kinds, roles and states.

``say`` is used where the sentence is needed, with named places: ``say("Move {session}", session=...)``. A catalogue
``resources/languages/<language>/LC_MESSAGES/planner.mo`` in the language of the environment replaces the English.
"""

import gettext
from collections.abc import Sequence
from functools import cache

from planner.models.kinds import EntityKind, Gender, InterestState, Role, SeatState, SessionKind, StakeholderCategory
from planner.resources import resource


@cache
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation("planner", resource("languages"), fallback=True)


def say(message: str, /, **values: object) -> str:
    """The sentence in the reader's language, its named places filled."""
    words = _catalogue().gettext(message)
    return words.format(**values) if values else words


def say_count(one: str, many: str, count: int, /, **values: object) -> str:
    """The sentence in its singular or plural form; ``{count}`` is the number."""
    return _catalogue().ngettext(one, many, count).format(count=count, **values)


def say_list(items: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    return say("{first} and {last}", first=", ".join(items[:-1]), last=items[-1])


def kind_name(kind: SessionKind) -> str:
    return {
        SessionKind.OPENING: say("Opening"),
        SessionKind.ROUNDTABLE: say("Roundtable"),
        SessionKind.PLENARY: say("Plenary"),
        SessionKind.SIDE_EVENT: say("Side event"),
        SessionKind.BREAK: say("Break"),
        SessionKind.RESERVE: say("Reserve"),
        SessionKind.CLOSING: say("Closing"),
    }[kind]


def role_name(role: Role) -> str:
    return {
        Role.CHAIR: say("Chair"),
        Role.MODERATOR: say("Moderator"),
        Role.SPEAKER: say("Speaker"),
        Role.PANELLIST: say("Panellist"),
        Role.RAPPORTEUR: say("Rapporteur"),
    }[role]


def role_heading(role: Role, count: int) -> str:
    """The role's name before one or several holders: "Speaker", "Speakers"."""
    return {
        Role.CHAIR: say_count("Chair", "Chairs", count),
        Role.MODERATOR: say_count("Moderator", "Moderators", count),
        Role.SPEAKER: say_count("Speaker", "Speakers", count),
        Role.PANELLIST: say_count("Panellist", "Panellists", count),
        Role.RAPPORTEUR: say_count("Rapporteur", "Rapporteurs", count),
    }[role]


def seat_state_name(state: SeatState) -> str:
    return {
        SeatState.PROPOSED: say("proposed"),
        SeatState.INVITED: say("invited"),
        SeatState.CONFIRMED: say("confirmed"),
        SeatState.DECLINED: say("declined"),
        SeatState.WITHDRAWN: say("withdrawn"),
    }[state]


def interest_state_name(state: InterestState) -> str:
    return {
        InterestState.NEW: say("new"),
        InterestState.SHORTLISTED: say("shortlisted"),
        InterestState.ACCEPTED: say("accepted"),
        InterestState.RESERVE: say("reserve"),
        InterestState.DECLINED: say("declined"),
    }[state]


def entity_kind_name(kind: EntityKind) -> str:
    return {
        EntityKind.MEMBER_STATE: say("UNECE member State"),
        EntityKind.OTHER_STATE: say("Other State"),
        EntityKind.REGIONAL_ORGANIZATION: say("Regional or cross-regional organization"),
        EntityKind.UN_SYSTEM: say("United Nations system"),
        EntityKind.STAKEHOLDER: say("Stakeholder"),
    }[kind]


def category_name(category: StakeholderCategory) -> str:
    return {
        StakeholderCategory.NONE: say("Not given"),
        StakeholderCategory.MIGRANTS: say("Migrants"),
        StakeholderCategory.CIVIL_SOCIETY: say("Civil society"),
        StakeholderCategory.DIASPORA: say("Migrant and diaspora organizations"),
        StakeholderCategory.FAITH_BASED: say("Faith-based organizations"),
        StakeholderCategory.LOCAL_AUTHORITIES: say("Local authorities and communities"),
        StakeholderCategory.PRIVATE_SECTOR: say("Private sector"),
        StakeholderCategory.TRADE_UNIONS: say("Trade unions"),
        StakeholderCategory.PARLIAMENTARIANS: say("Parliamentarians"),
        StakeholderCategory.HUMAN_RIGHTS_INSTITUTIONS: say("National human rights institutions"),
        StakeholderCategory.RED_CROSS: say("Red Cross and Red Crescent"),
        StakeholderCategory.ACADEMIA: say("Academia"),
        StakeholderCategory.MEDIA: say("Media"),
        StakeholderCategory.YOUTH: say("Children and young people"),
        StakeholderCategory.OTHER: say("Other"),
    }[category]


def gender_name(gender: str) -> str:
    """The name of a Gender; any other word in a file is shown as it is."""
    names = {
        Gender.NOT_GIVEN: say("Not given"),
        Gender.FEMALE: say("Female"),
        Gender.MALE: say("Male"),
        Gender.OTHER: say("Other"),
    }
    return names[Gender(gender)] if gender in set(Gender) else gender


def weekday_name(weekday: int) -> str:
    """0 is Monday, as in ``date.weekday()``."""
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return say(names[weekday])


def weekday_short(weekday: int) -> str:
    """ "Mon" to "Sun"; 0 is Monday."""
    return say(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[weekday])


def month_name(month: int) -> str:
    """1 is January."""
    names = (
        ("January", "February", "March", "April", "May", "June")
        + ("July", "August", "September", "October", "November", "December")
    )  # fmt: skip
    return say(names[month - 1])


def month_short(month: int) -> str:
    """ "Jan" to "Dec"; 1 is January."""
    names = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return say(names[month - 1])
