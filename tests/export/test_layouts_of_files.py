"""A layout that another program wrote: what this one does not know stands for the usual."""

from planner.export.layouts import look_of_layout
from planner.export.look import Look
from planner.models.records import Layout


def test_strange_words_stand_for_the_usual_look() -> None:
    strange = Layout(
        id=1, name="Strange", position=0, paper="scroll", accent="red", header_text="", logo="no base64!", logo_alt="",
        time_style="sundial", date_style="", font_size=14, columns="minutes, moons", zones="Mars/Base, Asia/Bishkek",
    )  # fmt: skip
    assert look_of_layout(strange) == Look(font_size=14, columns=("minutes",), zones=("Asia/Bishkek",))
