"""Start: `python main.py [FILE]` opens the program; `python main.py --help` names the verbs that need no window."""

import sys

from planner.cli import main

if __name__ == "__main__":
    sys.exit(main())
