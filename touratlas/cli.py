"""The command line: `touratlas check`, `touratlas audit` and `touratlas schema`.

Exit codes: 0 fine, 1 findings in the data, 2 wrong use. Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from typing import Annotated, Any

import typer

from touratlas import __version__
from touratlas.finding import Severity
from touratlas.wording import visible

app = typer.Typer(
    name="touratlas",
    help="A diplomatic tour on a map, a timeline and an agenda, every statement tied to its evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"touratlas {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


@app.command()
def check(
    file: Annotated[str, typer.Argument(help="The tour file (YAML).", metavar="FILE")],
    format: Annotated[Format, typer.Option("--format", help="How to print the findings.")] = Format.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Check a tour file: its shape, its dates, places and ids, and that every quote is in its article."""
    from touratlas.check import check_tour
    from touratlas.reporting import FORMATS

    gc.disable()  # a large tour is half a million objects that all stay: looking for cycles cost a third of the time
    with _busy(f"Checking {file}"):
        report = check_tour(file)
        audited = ""
        if report.atlas is not None and not report.failed and format is Format.TEXT:
            from touratlas.audit.report import summary

            audited = summary(report.atlas.loaded)
    _write(FORMATS[format.value](report) + audited)
    raise typer.Exit(1 if report.failed else 0)


@app.command()
def audit(
    file: Annotated[
        str,
        typer.Argument(
            help="An article (text, or Markdown by its name), or a tour file (YAML).", metavar="FILE"
        ),
    ],
    format: Annotated[Format, typer.Option("--format", help="How to print the findings.")] = Format.TEXT,  # noqa: A002 - the option's name
    select: Annotated[
        str, typer.Option(help="Only these rules: codes or their beginnings, with commas.")
    ] = "",
    ignore: Annotated[
        str, typer.Option(help="Not these rules: codes or their beginnings, with commas.")
    ] = "",
    severity: Annotated[
        Severity, typer.Option(help="From which severity on a finding makes the exit code 1.")
    ] = Severity.ERROR,
    language: Annotated[
        str, typer.Option(help="The language of an article; a tour file says its own.", metavar="TAG")
    ] = "en",
) -> None:
    """Say what is wrong with an article: its citations, its support, its dates, its names, its structure."""
    from touratlas.audit.report import audit_file, choose
    from touratlas.reporting import FORMATS

    rules = choose(_listed(select), _listed(ignore))
    with _busy(f"Auditing {file}"):
        report = audit_file(file, rules=rules, least=severity, language=language)
    _write(FORMATS[format.value](report))
    raise typer.Exit(1 if report.failed else 0)


def _listed(text: str) -> list[str]:
    """The parts of an option that is a list with commas."""
    return [part.strip().upper() for part in text.split(",")] if text.strip() else []


@app.command()
def schema() -> None:
    """Print the JSON Schema of the tour file, for editors that complete and check while one types."""
    from touratlas.schema import schema_text

    _write(schema_text())


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()  # here, where a reader that went away, or a full disk, can still be told


def _busy(text: str) -> AbstractContextManager[Any]:
    """A sign of work on the terminal's error stream; nothing where that isn't a terminal."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console
    from rich.text import Text

    return Console(stderr=True).status(Text(visible(text)), spinner="line")


def main() -> None:
    """Run the command line; errors that are ours become one line and exit code 2, never a traceback."""
    from touratlas.errors import TouratlasError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(
            stream, "reconfigure"
        ):  # a terminal that can't show a character gets its escape, not a crash
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except TouratlasError as error:
        sys.stderr.write(f"touratlas: error: {error}\n")
        sys.exit(2)
    except BrokenPipeError:  # the reader of a pipe went away; say nothing more, not at exit either
        _discard_output()
        sys.exit(1)
    except OSError as error:  # the output can't be written: a full disk
        _discard_output()
        sys.stderr.write(f"touratlas: error: {error.strerror or error}\n")
        sys.exit(2)


def _discard_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
