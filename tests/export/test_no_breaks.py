"""What stays together at the end of a line."""

from planner.export.fonts import Face
from planner.export.letterhead import even_lines
from planner.export.no_breaks import Cut, parts_of_word
from planner.export.text_layout import Run, Style, longest_word, width_of, wrap

PLAIN = Style(Face.REGULAR, 10.0, (0, 0, 0))
NOTE = Style(Face.REGULAR, 10.0, (1, 0, 0))


def lines(text: str, last_on_first_line: str) -> list[str]:
    """The text in lines as wide as its part up to these words."""
    width = width_of(text[: text.index(last_on_first_line) + len(last_on_first_line)], PLAIN) + 0.5
    return ["".join(run.text for run in line) for line in wrap([Run(text, PLAIN)], width)]


def test_a_title_of_address_stands_beside_the_name() -> None:
    assert lines("from H.E. Mr. Nowak", "H.E.") == ["from", "H.E. Mr.", "Nowak"]
    assert lines("from all of H.E. Mr. Nowak", "H.E. Mr.") == ["from all of", "H.E. Mr. Nowak"]


def test_a_number_stands_beside_its_roundtable() -> None:
    assert lines("the long Roundtable 2. Protecting", "Roundtable") == ["the long", "Roundtable 2.", "Protecting"]


def test_the_half_of_the_day_stands_beside_its_hour() -> None:
    assert lines("it is at 10.05 a.m. sharp", "10.05") == ["it is at", "10.05 a.m.", "sharp"]


def test_a_chinese_name_stands_beside_its_title_and_whole() -> None:
    assert lines("with Ms. 李 小龙, 部长, of it", "Ms. 李 小") == ["with", "Ms. 李 小龙,", "部长, of it"]
    assert lines("国测试国测试", "国测试") == ["国测试", "国测试"]


def test_a_separator_ends_a_line_and_begins_none() -> None:
    separator = Run(" · ", PLAIN)
    runs = [
        Run("Portugal", PLAIN, together=True), separator, Run("Armenia", PLAIN, together=True),
        Run(" (open)", NOTE, together=True), separator, Run("Trade unions", PLAIN, together=True),
    ]  # fmt: skip
    told = "Portugal · Armenia (open)"
    made = ["".join(run.text for run in line) for line in wrap(runs, width_of(told, PLAIN) + 0.5)]
    assert made == ["Portugal · Armenia", "(open) · Trade unions"]


def test_beside_a_name_as_wide_as_the_line_the_last_word_goes_with_the_separator() -> None:
    runs = [Run("Trade unions", PLAIN, together=True), Run(" · ", PLAIN), Run("Portugal", PLAIN)]
    made = ["".join(run.text for run in line) for line in wrap(runs, width_of("Trade unions", PLAIN) + 0.5)]
    assert made == ["Trade", "unions ·", "Portugal"]


def test_a_long_address_is_cut_after_its_signs() -> None:
    address = "somebody.important@example.org"
    made = ["".join(run.text for run in line) for line in wrap([Run(address, PLAIN)], width_of(address[:22], PLAIN))]
    assert made == ["somebody.important@", "example.org"]


def test_a_word_is_measured_by_the_parts_into_which_it_may_be_cut() -> None:
    assert [parts_of_word("Ann-Lee", cut) for cut in Cut] == [["Ann-Lee"], ["Ann-", "Lee"], ["Ann-", "Lee"]]
    assert [parts_of_word("a-b@c.org", cut) for cut in Cut] == [["a-b@c.org"]] * 2 + [["a-", "b@", "c.", "org"]]
    assert longest_word("a Roundtable 2 b", PLAIN) == width_of("Roundtable 2", PLAIN)


def test_no_single_word_is_left_on_the_last_line_of_a_title() -> None:
    text = "Regional Review of Migration in the region"
    width = width_of(text, PLAIN) - 1
    made = ["".join(run.text for run in line) for line in even_lines(text, PLAIN, width)]
    assert made == ["Regional Review of Migration in", "the region"]
