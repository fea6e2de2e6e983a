"""How much history a file keeps: its oldest steps go beyond a limit, never those since the last draft."""

from collections.abc import Sequence
from itertools import accumulate

MOST_STEPS = 20_000
MOST_BYTES = 50_000_000


def first_kept(
    sizes: Sequence[tuple[int, int]],
    draft_step: int | None,
    *,
    most_steps: int = MOST_STEPS,
    most_bytes: int = MOST_BYTES,
) -> int | None:
    """The oldest step that is kept; None when all are. ``sizes`` are (step id, bytes) with the oldest first.

    ``draft_step`` issued the last draft: it and what came after it always stay; without a draft everything does.
    """
    if draft_step is None or not sizes:
        return None
    fitting = list(accumulate((size for _step_id, size in reversed(sizes)), initial=0))
    kept = min(most_steps, sum(held <= most_bytes for held in fitting[1:]))
    if kept >= len(sizes):
        return None
    oldest = sizes[len(sizes) - kept][0] if kept else draft_step
    first = min(oldest, draft_step)
    return None if first <= sizes[0][0] else first
