"""The command line: `touratlas check`, `audit`, `export` and `schema`.

Exit codes: 0 fine, 1 findings in the data, 2 wrong use. Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from touratlas import __version__
from touratlas.finding import Severity
from touratlas.wording import visible
from touratlas.words import Paper, Theme, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from touratlas.check import Atlas
    from touratlas.exports import Format as AnyFormat
    from touratlas.exports import Options as AnyOptions

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


class Audience(StrEnum):
    """Whom a file is for."""

    ALL = "all"
    STUDENTS = "students"


@app.command()
def export(  # noqa: PLR0913 - its options
    file: Annotated[str, typer.Argument(help="The tour file (YAML).", metavar="TOUR")] = "",
    *,
    formats: Annotated[
        str, typer.Option("--format", help="The format, several with commas between them, or `all`.")
    ] = "",
    to: Annotated[
        str, typer.Option("--to", help="The file or the folder to write to.", metavar="FILE|DIR")
    ] = ".",
    view: Annotated[
        View, typer.Option("--view", help="What the article knew, or what happened later as well.")
    ] = View.ARTICLE,
    theme: Annotated[Theme, typer.Option("--theme", help="The colours of pages.")] = Theme.AUTO,
    no_article: Annotated[bool, typer.Option("--no-article", help="Leave the article's text out.")] = False,
    embed: Annotated[
        bool, typer.Option("--embed", help="A page to stand in a frame of another; says the code for that.")
    ] = False,
    audience: Annotated[
        Audience, typer.Option("--for", help="For students: no answers, outcomes, later reports or notes.")
    ] = Audience.ALL,
    paper: Annotated[Paper, typer.Option("--paper", help="The paper of documents.")] = Paper.A4,
    fonts: Annotated[
        str, typer.Option("--fonts", help="A folder of more fonts for documents and slides.", metavar="DIR")
    ] = "",
    address: Annotated[
        str,
        typer.Option(
            "--address",
            help="Where students can follow: a public address, for a QR code in the lesson.",
            metavar="URL",
            envvar="TOURATLAS_ADDRESS",
        ),
    ] = "",
    show_list: Annotated[bool, typer.Option("--list", help="Say what formats there are, and exit.")] = False,
) -> None:
    """Export a tour, for instance as one HTML file that holds all of it and works without a network."""
    from touratlas.errors import UsageError
    from touratlas.exports import FORMATS, Options, formats_of
    from touratlas.public import public_address

    if show_list:
        _write(_listing(FORMATS))
        return
    if not file or not formats:
        missing = "`--format`; `--list` says which there are" if file else "a tour file"
        raise UsageError(f"expected {missing}")
    students = audience is Audience.STUDENTS
    if students and view is View.LATER:
        raise UsageError("`--for students` keeps from them what `--view later` shows; expected one of both")
    wanted = formats_of(formats, students=students)
    options = Options(
        view=view,
        theme=theme,
        article=not no_article,
        embed=embed,
        paper=paper,
        fonts=fonts,
        students=students,
        address=public_address(address),
    )
    _export(file, wanted, options, to)


def _listing(formats: Iterable[AnyFormat]) -> str:
    """Formats by group: the name, what it is for, and what it can't hold."""
    lines: list[str] = []
    group = ""
    for form in formats:
        if form.group.value != group:
            group = form.group.value
            lines += ["", group] if lines else [group]
        lines += [f"  {form.name:12}{form.purpose}", f"  {'':12}It can’t hold: {form.lacks}"]
    return "\n".join(lines) + "\n"


def _export(file: str, formats: Sequence[AnyFormat], options: AnyOptions, to: str) -> None:
    """Check the tour, and write it where it is sound; where it isn't, say why as `check` does, and exit 1."""
    from touratlas.check import check_tour
    from touratlas.delivery import deliver
    from touratlas.reporting import text

    gc.disable()
    with _busy(f"Exporting {file}"):
        report = check_tour(file)
        paths = deliver(report.atlas, formats, options, to) if report.atlas else ()
    if report.atlas is None:
        _write(text(report))
        raise typer.Exit(1)
    _warn(report.atlas, formats, options)
    for path, form in zip(paths, formats, strict=True):
        _write(f"{visible(str(path))}: {form.purpose}\n")
        if options.embed and form.frame is not None:
            _write(f"To show it in another page, paste there:\n{form.frame(report.atlas, path.name)}\n")


def _warn(atlas: Atlas, formats: Sequence[AnyFormat], options: AnyOptions) -> None:
    """Say on the error stream what files can't show, each once with all formats that it is true of."""
    found: dict[str, list[str]] = {}
    for form in formats:
        for text in form.warnings(atlas, options) if form.warnings else ():
            found.setdefault(text, []).append(form.name)
    for text, names in found.items():
        sys.stderr.write(f"touratlas: warning: {', '.join(names)}: {visible(text)}\n")


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
