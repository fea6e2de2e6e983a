"""What papers and those they are for are called on the screen."""

from planner.export.papers import PaperKind
from planner.export.profiles import Profile
from planner.wording import say


def paper_name(kind: PaperKind) -> str:
    """Short, for a list; a paper without a short name has its line."""
    known = {
        "agenda-pdf": say("Agenda"),
        "annotated-pdf": say("Annotated agenda"),
        "script-pdf": say("Script"),
        "running-order-pdf": say("Running order"),
        "register-pdf": say("Accepted findings"),
        "speakers-pdf": say("Speakers"),
        "overview-pdf": say("Overview"),
        "interests-pdf": say("Interests"),
        "balance-pdf": say("Balance"),
        "coverage-pdf": say("Coverage"),
        "invitation-pdf": say("Invitation"),
        "logistics-pdf": say("Logistics note"),
        "changes-pdf": say("What changed"),
        "marked-agenda-pdf": say("Agenda with changes"),
        "sheets": say("Personal sheets"),
        "sheets-pdf": say("Personal sheets"),
    }
    return known.get(kind.key) or kind.title[:1].upper() + kind.title[1:]


def reader_name(profile: Profile) -> str:
    return {
        Profile.PUBLIC: say("Everybody"),
        Profile.DELEGATIONS: say("Delegations"),
        Profile.INTERNAL: say("Secretariat"),
    }[profile]
