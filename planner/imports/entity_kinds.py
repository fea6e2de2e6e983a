"""Kinds of entities and categories of stakeholders, as people write them in three languages."""

import re
from functools import lru_cache

from planner.imports.countries import member_states
from planner.imports.normalising import plain
from planner.models.kinds import EntityKind, StakeholderCategory

_CATEGORIES: tuple[tuple[str, str], ...] = (
    (r"diaspora|диаспор", "diaspora"),
    (r"faith|religi|confession|религи|вероисповед", "faith_based"),
    (
        r"local author|municipal|\bcit(y|ies)\b|mayor|autorites locales|collectivite|местн|муниципал|город",
        "local_authorities",
    ),
    (r"private|business|employer|secteur prive|entreprise|частн|бизнес|работодател", "private_sector"),
    (r"trade union|syndicat|профсоюз", "trade_unions"),
    (r"parliament|parlement|парламент", "parliamentarians"),
    (
        r"human rights inst|\bnhri|droits de l homme|права человека|правам человека|омбудс|ombuds",
        "human_rights_institutions",
    ),
    (r"red cross|red crescent|croix rouge|croissant rouge|красн", "red_cross"),
    (r"academ|universit|research|recherche|академ|универс|научн", "academia"),
    (r"\bmedia|\bpress\b|medias|\bсми\b|журналист", "media"),
    (r"youth|children|young|jeune|enfant|молод|дет", "youth"),
    (r"civil|\bngo|\bcso|\bong\b|societe civile|non government|гражданск|\bнпо\b|неправительств", "civil_society"),
    (r"migrant|мигрант", "migrants"),
    (r"^other|^autre|^друг|^иное", "other"),
)  # fmt: skip
_UNITED_NATIONS = re.compile(
    r"united nations|nations unies|\bun\b|\bonu\b|\bоон\b|объединенных нации|"
    r"\b(iom|oim|мом|unhcr|hcr|увкб|ilo|oit|мот|undp|unicef|unfpa|who|oms|ohchr|unece|unwomen|unodc|unesco|fao|wfp)\b"
)
_REGIONAL = re.compile(r"regional|intergovernmental|\bigo\b|platform|plateforme|региональн|межправительств|платформ")
_STATE = re.compile(r"\bstates?\b|government|\betats?\b|gouvernement|государств|правительств|country|pays|страна")
_STAKEHOLDER = re.compile(r"stakeholder|partie prenante|заинтересованн")


@lru_cache(maxsize=8192)
def parse_category(text: str) -> StakeholderCategory | None:
    """The category a text names; None when it names none."""
    words = plain(text)
    found = next((category for pattern, category in _CATEGORIES if re.search(pattern, words)), None)
    return None if found is None else StakeholderCategory(found)


@lru_cache(maxsize=8192)
def parse_kind(text: str, country: str) -> EntityKind | None:
    """The kind a text names, States by the code of their country; None when it names none."""
    words = plain(text)
    if _STAKEHOLDER.search(words) or parse_category(text) is not None:
        return EntityKind.STAKEHOLDER
    if _UNITED_NATIONS.search(words):
        return EntityKind.UN_SYSTEM
    if _REGIONAL.search(words):
        return EntityKind.REGIONAL_ORGANIZATION
    if _STATE.search(words):
        return state_kind(country)
    return None


def state_kind(country: str) -> EntityKind:
    return EntityKind.OTHER_STATE if country and country not in member_states() else EntityKind.MEMBER_STATE


def likely_kind(name: str) -> EntityKind:
    """What a new entity probably is, by its name alone; "migrant" in a name does not make it a State."""
    return EntityKind.UN_SYSTEM if _UNITED_NATIONS.search(plain(name)) else EntityKind.STAKEHOLDER
