"""The words that columns of a meeting may hold: kinds, roles, states, categories."""

from enum import StrEnum


class SessionKind(StrEnum):
    OPENING = "opening"
    ROUNDTABLE = "roundtable"
    PLENARY = "plenary"
    SIDE_EVENT = "side_event"
    BREAK = "break"
    RESERVE = "reserve"
    CLOSING = "closing"


class EntityKind(StrEnum):
    MEMBER_STATE = "member_state"
    OTHER_STATE = "other_state"
    REGIONAL_ORGANIZATION = "regional_organization"
    UN_SYSTEM = "un_system"
    STAKEHOLDER = "stakeholder"


class StakeholderCategory(StrEnum):
    """GCM paragraph 15 (j) and the lists of the regional reviews."""

    NONE = ""
    MIGRANTS = "migrants"
    CIVIL_SOCIETY = "civil_society"
    DIASPORA = "diaspora"
    FAITH_BASED = "faith_based"
    LOCAL_AUTHORITIES = "local_authorities"
    PRIVATE_SECTOR = "private_sector"
    TRADE_UNIONS = "trade_unions"
    PARLIAMENTARIANS = "parliamentarians"
    HUMAN_RIGHTS_INSTITUTIONS = "human_rights_institutions"
    RED_CROSS = "red_cross"
    ACADEMIA = "academia"
    MEDIA = "media"
    YOUTH = "youth"
    OTHER = "other"


class Role(StrEnum):
    """In the order in which papers name them."""

    CHAIR = "chair"
    MODERATOR = "moderator"
    SPEAKER = "speaker"
    PANELLIST = "panellist"
    RAPPORTEUR = "rapporteur"


class SeatState(StrEnum):
    PROPOSED = "proposed"
    INVITED = "invited"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


STATES_THAT_COUNT = frozenset({SeatState.PROPOSED, SeatState.INVITED, SeatState.CONFIRMED})
KINDS_WITH_SPEAKERS = frozenset(SessionKind) - {SessionKind.BREAK, SessionKind.RESERVE}


class InterestState(StrEnum):
    """What the secretariat made of an expression of interest."""

    NEW = "new"
    SHORTLISTED = "shortlisted"
    ACCEPTED = "accepted"
    RESERVE = "reserve"
    DECLINED = "declined"


class Gender(StrEnum):
    """Optional personal data, as people give it themselves."""

    NOT_GIVEN = ""
    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class DraftKind(StrEnum):
    """A draft that left the house under a number, or an option kept to compare with."""

    DRAFT = "draft"
    OPTION = "option"


NOW = "now"
"""How the working copy is named beside the numbers of drafts."""
