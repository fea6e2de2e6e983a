"""What every paper carries around its content: its name, the meeting, its draft, and how its times are meant."""

from planner.export.agenda_paper import AgendaOptions, draft_number, footer_zone_note, version_note, watermark_words
from planner.export.dates_on_paper import days_and_hours
from planner.export.paper_parts import PaperParts, Part
from planner.export.seats_on_paper import VALUE_SEPARATOR
from planner.models.agenda import Agenda
from planner.wording import say


def paper_frame(
    agenda: Agenda, options: AgendaOptions, kicker: str, parts: tuple[Part, ...], *, landscape: bool = False
) -> PaperParts:
    """A paper of these parts, named by ``kicker``, with the notes and the watermark of the agenda."""
    look = options.chosen_look
    draft = draft_number(agenda, options)
    when = days_and_hours(agenda, look.time_style, look.date_style)
    return PaperParts(
        kicker=kicker.upper(),
        title=agenda.meeting.title or say("Untitled meeting"),
        subtitle=VALUE_SEPARATOR.join(part for part in (when, agenda.meeting.subtitle) if part),
        parts=parts,
        version_note=version_note(agenda, options, draft),
        zone_note=footer_zone_note(agenda),
        watermark=watermark_words(agenda, options, draft),
        landscape=landscape,
        name=kicker,
    )
