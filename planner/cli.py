"""The command line: open a window, or do one thing to a file without one."""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from planner import __version__, draft_verbs, verbs
from planner.errors import FileProblem, InputProblem, PlannerError
from planner.models.kinds import NOW
from planner.verbs import Answer
from planner.wording import say

PROGRAM = "roundtable-planner"
EXIT_PROBLEM = 2
EXIT_BROKEN_PIPE = 141  # 128 + SIGPIPE, as shells report it


class Verb(NamedTuple):
    """A word after the program's name: one line of help, its arguments, and what it does."""

    name: str
    summary: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], Answer]


def _file(parser: argparse.ArgumentParser, *, optional: bool = False) -> None:
    nargs = "?" if optional else None
    parser.add_argument("file", metavar="FILE", type=Path, nargs=nargs, help=say("a meeting (.agenda)"))


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=say("print JSON"))


def _new_arguments(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    keys = say("regional-review (default), two-day or empty")
    parser.add_argument("--template", metavar="KEY", default="regional-review", help=keys)
    parser.add_argument("--sample", action="store_true", help=say("with illustrative speakers (regional-review)"))
    parser.add_argument("--days", metavar="DATES", default="", help=say("for example 2020-11-12,2020-11-13"))
    parser.add_argument("--title", default="", help=say("the title of the meeting"))


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    _json(parser)


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    _json(parser)


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    _file(parser, optional=True)
    parser.add_argument("--list", action="store_true", help=say("list the papers that can be written"))
    parser.add_argument("--as", dest="paper_key", metavar="PAPER", help=say("the paper, such as agenda-pdf"))
    parser.add_argument("--out", type=Path, metavar="OUT", help=say("the file, or the folder of sheets, to write"))
    parser.add_argument(
        "--draft", type=int, metavar="N", help=say("a draft as it was issued, else its number (0: none)")
    )
    parser.add_argument("--no-watermark", action="store_true", help=say("no DRAFT across the page"))
    parser.add_argument("--zones", default="", metavar="A,B", help=say("further time zones as columns"))
    parser.add_argument("--paper", default="", metavar="SIZE", help=say("a4, letter or a3; default: as in the meeting"))
    parser.add_argument("--as-of", default="", metavar="TIME", help=say('such as "2020-11-05 18:00"; default: now'))
    since = say("the draft or option that a comparison begins with; default: the latest draft")
    parser.add_argument("--since", default="", metavar="DRAFT", help=since)
    parser.add_argument("--person", default="", metavar="NAME", help=say("whose sheets or letters; a part of the name"))
    session = say("of which session the script is, by code or title; default: all")
    parser.add_argument("--session", default="", metavar="NAME", help=session)
    profiles = say("whom it is for: public, delegations or internal; default: as --list says")
    parser.add_argument("--profile", default="", metavar="NAME", help=profiles)
    template = say("for papers in Word: any .docx of yours; its header, footer, margins and styles are taken")
    parser.add_argument("--template", type=Path, metavar="DOCX", help=template)


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("table", metavar="INTERESTS", type=Path, help=say("an .xlsx, .ods or .csv file"))
    meaning = say('what a column holds, such as "Institution=entity"; may be repeated')
    parser.add_argument("--map", dest="meanings", metavar="HEADING=FIELD", action="append", default=[], help=meaning)
    parser.add_argument("--sheet", default="", metavar="NAME", help=say("the sheet to read; default: the likeliest"))
    parser.add_argument("--dry-run", action="store_true", help=say("write nothing"))
    _json(parser)


def _times_arguments(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--person", metavar="NAME", help=say("the seats of one person or entity; a part of the name"))
    either.add_argument("--zone", metavar="ZONE", help=say("all sessions in a time zone, such as Asia/Bishkek"))
    _json(parser)


def _screenshot_arguments(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--out", type=Path, metavar="OUT.png", required=True, help=say("the picture to write"))
    parser.add_argument("--size", default="1440x900", help=say("width and height of the window, such as 1440x900"))
    parser.add_argument("--view", default="timetable", metavar="NAME", help=say("the view to show"))
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help=say("light (default) or dark"))
    parser.add_argument("--scale", default="1", help=say("pixels a point, such as 2"))


def _drafts_arguments(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    _json(parser)


def _issue_arguments(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--label", default="", help=say("what the draft is for, in a few words"))
    parser.add_argument("--note", default="", help=say("anything to remember about it"))
    parser.add_argument("--as-of", default="", metavar="TIME", help=say('such as "2020-11-05 18:00"; default: now'))
    _json(parser)


def _diff_arguments(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    state = say('the number of a draft, the name of an option, or "now"')
    parser.add_argument("--from", dest="since", metavar="DRAFT", required=True, help=state)
    parser.add_argument("--to", dest="until", metavar="DRAFT", default=NOW, help=state)
    _json(parser)


def _merge_arguments(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("other", metavar="OTHER", type=Path, help=say("another copy of the meeting (.agenda)"))
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--ours", action="store_true", help=say("where both changed the same, keep this copy's"))
    either.add_argument("--theirs", action="store_true", help=say("where both changed the same, take the other's"))
    parser.add_argument("--dry-run", action="store_true", help=say("write nothing"))
    _json(parser)


VERBS: tuple[Verb, ...] = (
    Verb("new", say("make a file from a template"), _new_arguments, verbs.make_file),
    Verb("check", say("tell what clashes; exit 1 when something does"), _check_arguments, verbs.check_file),
    Verb("show", say("print the whole meeting"), _show_arguments, verbs.show_file),
    Verb("times", say("print everyone's times: the meeting's, their own, UTC"), _times_arguments, verbs.tell_times),
    Verb("export", say("write a paper, such as the agenda as PDF"), _export_arguments, verbs.export_file),
    Verb("import", say("take in expressions of interest from a spreadsheet"), _import_arguments, verbs.import_file),
    Verb("drafts", say("list the drafts that were issued"), _drafts_arguments, draft_verbs.list_drafts),
    Verb("issue", say("freeze the plan as the next draft"), _issue_arguments, draft_verbs.issue_draft),
    Verb("diff", say("tell what changed between two drafts"), _diff_arguments, draft_verbs.tell_changes),
    Verb("merge", say("take in another copy of the meeting"), _merge_arguments, draft_verbs.merge_file),
    Verb("history", say("tell every step that was made"), _drafts_arguments, draft_verbs.tell_history),
    Verb("screenshot", say("write a picture of the window"), _screenshot_arguments, verbs.take_picture),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code: 0, 1 for a clash found, 2 for a problem that stderr names."""
    _speak_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        answer = _answer(words)
        _write(answer.text)
    except BrokenPipeError:
        return _leave_quietly()
    except PlannerError as problem:
        print(problem.sentence, file=sys.stderr)
        return EXIT_PROBLEM
    return answer.exit_code


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, as every other problem is said."""

    def error(self, message: str) -> NoReturn:
        problem = f"{message[:1].upper()}{message[1:]}"
        raise InputProblem(say("{problem}. See {command} --help.", problem=problem, command=self.prog))


def _answer(words: list[str]) -> Answer:
    verb = next((verb for verb in VERBS if words and verb.name == words[0]), None)
    if verb is None:
        return verbs.open_window(_window_parser().parse_args(words))
    parser = _Parser(f"{PROGRAM} {verb.name}", description=_sentence(verb.summary))
    verb.arguments(parser)
    return verb.run(parser.parse_args(words[1:]))


def _window_parser() -> argparse.ArgumentParser:
    lines = [f"  {verb.name:<12}{verb.summary}" for verb in VERBS]
    parser = _Parser(
        PROGRAM,
        description=say("Open a meeting in a window, or use one of the words below."),
        epilog="\n".join([say("Without a window:"), *lines, "", say("A file with such a name is opened as ./new.")]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=__version__)
    _file(parser, optional=True)
    return parser


def _sentence(summary: str) -> str:
    return f"{summary[:1].upper()}{summary[1:]}."


def _speak_utf8() -> None:
    """Names in any script are printed on any locale, also where only a pipe listens."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _write(text: str) -> None:
    if not text:
        return
    try:
        print(text, flush=True)
    except BrokenPipeError:
        raise
    except OSError as problem:
        _drop_the_rest()
        raise FileProblem(
            say("The answer could not be written ({reason}). Write it elsewhere.", reason=problem.strerror)
        ) from problem


def _leave_quietly() -> int:
    """The reader went away: nothing more can be said to it."""
    _drop_the_rest()
    return EXIT_BROKEN_PIPE


def _drop_the_rest() -> None:
    """What Python still holds for stdout must not complain at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
