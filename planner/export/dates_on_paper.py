"""The days and hours of a whole meeting in one phrase, for the head of a paper."""

from datetime import date, timedelta

from planner.export.look import DateStyle, TimeStyle, date_words, span_words
from planner.models.agenda import Agenda
from planner.phrases import day_heading
from planner.wording import month_name, say, say_list, weekday_name


def days_and_hours(
    agenda: Agenda, time_style: TimeStyle = TimeStyle.COLON, date_style: DateStyle = DateStyle.WEEKDAY
) -> str:
    """ "Thursday 12 and Friday 13 November 2020, 10:00-15:40 CET"; without hours when the days differ."""
    dates = [date.fromisoformat(day.date) for day in agenda.days_in_order]
    hours, zone = _hours(agenda, time_style), agenda.meeting.zone_label
    if not dates:
        return ""
    if not hours:
        return say("{days}, all times {zone}", days=_days(dates, date_style), zone=zone)
    return say("{days}, {hours} {zone}", days=_days(dates, date_style), hours=hours, zone=zone)


def _hours(agenda: Agenda, style: TimeStyle) -> str:
    """ "10:00-12:00 and 13:00-15:40" when every day is open at the same hours, else nothing."""
    by_day = {
        tuple((window.start_minute, window.end_minute) for window in agenda.windows_of(day_id))
        for day_id in agenda.days
    }
    if len(by_day) != 1:
        return ""
    return say_list([span_words(start, end, style) for start, end in by_day.pop()])


def _days(dates: list[date], style: DateStyle) -> str:
    if len(dates) == 1 or dates[0].year != dates[-1].year or style is not DateStyle.WEEKDAY:
        return _first_to_last([date_words(day.isoformat(), style) for day in dates], dates)
    return say("{days} {year}", days=_days_of_a_year(dates), year=dates[0].year)


def _days_of_a_year(dates: list[date]) -> str:
    if dates[0].month != dates[-1].month:
        return _first_to_last([day_heading(day.isoformat()) for day in dates], dates)
    names = [say("{weekday} {day}", weekday=weekday_name(day.weekday()), day=day.day) for day in dates]
    return say("{days} {month}", days=_first_to_last(names, dates), month=month_name(dates[0].month))


def _first_to_last(names: list[str], dates: list[date]) -> str:
    """All names; only the first and the last when three days or more follow one another."""
    in_a_row = dates[-1] - dates[0] == timedelta(days=len(dates) - 1)
    if len(names) > 2 and in_a_row:
        return say("{first} to {last}", first=names[0], last=names[-1])
    return say_list(names)
