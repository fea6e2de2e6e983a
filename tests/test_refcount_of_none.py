"""PySide6 6.12.0 on Python 3.11 loses one reference to None with every void call and aborts after some 5,000.

It is why setup.cfg asks for an older one; when this test passes with a newer release, the pin can be lifted.
"""

import sys

from PySide6.QtCore import QObject

CALLS = 1_000
BOUND = CALLS // 10


def test_void_calls_of_qt_keep_the_references_to_none() -> None:
    thing = QObject()
    thing.setObjectName("warm-up")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < BOUND
