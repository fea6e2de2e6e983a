"""How the aspects that balance is counted by are called, and their values."""

from planner.models.kinds import EntityKind, StakeholderCategory
from planner.rules.balance import NOT_GIVEN, Aspect
from planner.wording import category_name, entity_kind_name, gender_name, say


def aspect_name(aspect: Aspect) -> str:
    return {
        Aspect.GENDER: say("Gender"),
        Aspect.ENTITY_KIND: say("Kind of entity"),
        Aspect.STAKEHOLDER_CATEGORY: say("Stakeholder category"),
        Aspect.REGION: say("Region"),
    }[aspect]


def value_name(aspect: Aspect, value: str) -> str:
    """How a value is called; what is not given says so."""
    if value == NOT_GIVEN:
        return say("Not given")
    if aspect is Aspect.GENDER:
        return gender_name(value)
    if aspect is Aspect.ENTITY_KIND:
        return entity_kind_name(EntityKind(value))
    if aspect is Aspect.STAKEHOLDER_CATEGORY:
        return category_name(StakeholderCategory(value))
    return value
