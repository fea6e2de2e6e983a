"""Which steps of the history are kept: the rule alone, on numbers."""

import pytest

from planner.rules.pruning import first_kept

TEN_STEPS = tuple((step_id, 100) for step_id in range(1, 11))


@pytest.mark.parametrize(
    ("draft_step", "most_steps", "most_bytes", "expected"),
    [
        (None, 3, 10_000, None),
        (9, 10, 10_000, None),
        (9, 4, 10_000, 7),
        (9, 2, 10_000, 9),
        (5, 2, 10_000, 5),
        (1, 2, 10_000, None),
        (9, 10, 399, 8),
        (9, 10, 400, 7),
        (9, 10, 0, 9),
        (9, 0, 10_000, 9),
        (9, 4, 250, 9),
    ],
    ids=[
        "without a draft all stay",
        "within the limits all stay",
        "beyond the number the oldest go",
        "the draft's own step stays",
        "what came after the draft stays",
        "a draft of the first step keeps all",
        "beyond the bytes the oldest go",
        "as many bytes as allowed stay",
        "no bytes allowed",
        "no steps allowed",
        "the stricter limit holds",
    ],
)
def test_the_oldest_steps_go_and_never_those_since_the_last_draft(
    draft_step: int | None, most_steps: int, most_bytes: int, expected: int | None
) -> None:
    assert first_kept(TEN_STEPS, draft_step, most_steps=most_steps, most_bytes=most_bytes) == expected


def test_a_history_without_steps_keeps_what_it_has() -> None:
    assert first_kept((), 3) is None
