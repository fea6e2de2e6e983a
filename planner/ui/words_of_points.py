"""How points of hardship are written."""

from planner.wording import say_count


def points_figure(points: float) -> str:
    """ "18", "3.8": one decimal where there is one."""
    rounded = round(points, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def points_words(points: float) -> str:
    """ "1 point", "3.8 points"."""
    figure = points_figure(points)
    return say_count("{points} point", "{points} points", 1 if figure == "1" else 2, points=figure)
