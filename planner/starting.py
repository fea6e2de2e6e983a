"""The first moments of the window: everything made is kept, so nothing is searched for garbage until it stands."""

import gc


def start_lightly() -> None:
    """Before the window's modules are imported: a full search for garbage among them takes a tenth of the start."""
    gc.disable()


def started() -> None:
    """The window stands: what it is made of is set aside, and garbage is collected from here on."""
    gc.freeze()
    gc.enable()
