"""Start: `python main.py [FILE]` opens the program; `python main.py --help` names the verbs that need no window."""

import gc
import sys

from planner.starting import start_lightly

if __name__ == "__main__":
    start_lightly()
    from planner.cli import main

    exit_code = main()
    gc.freeze()  # Nothing of what ends with the process is searched for garbage.
    sys.exit(exit_code)
