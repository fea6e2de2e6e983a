import pytest

from planner.folding import folded, folded_words, search_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("CÔTE D’IVOIRE", "cote d'ivoire"),
        ("Ærø", "aero"),
        ("ПРИМЕР", "пример"),
    ],
)
def test_case_and_accents_do_not_count(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_words_come_without_punctuation() -> None:
    assert folded_words("NOWAK, Anna-Maria (Ms.)") == ("nowak", "anna", "maria", "ms")


def test_no_match_runs_over_two_parts() -> None:
    assert search_text(("Anna", "Ngo")) == "anna\nngo"
