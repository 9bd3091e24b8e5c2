"""How `touratlas audit` grows with the length of an article: seconds of processor time for 125 KB to 1 MB of prose.

    PYTHONPATH=. python bench/audit_scale.py              # the table, best of three runs a size
    PYTHONPATH=. python bench/audit_scale.py --write FILE 1000   # only write that many KB of the article

The prose is made: sections of paragraphs of six to nine sentences with names, dates, numbers, quotations and markers,
and a numbered list of references that grows with it, so that every rule has work. Each run is a fresh process. The
bar: 1 MB in ten seconds at most, and seconds that grow no faster than the length; what a small text takes (the start
of Python, the model of sentences) is subtracted. The exit code is 1 where either is missed.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

SIZES = (125, 250, 500, 1_000)  # thousands of bytes
MOST_SECONDS = 10.0
MOST_GROWTH = 1.35  # of seconds a byte, from the smallest size to the largest
RUNS = 3

FIRST = (
    "Moira",
    "Arne",
    "Signe",
    "Tom",
    "Ingrid",
    "Ruth",
    "Elena",
    "Victor",
    "Hana",
    "Pavel",
    "Nadia",
    "Otto",
)
LAST = (
    "Fenn",
    "Thorsen",
    "Halvorsen",
    "Okafor",
    "Sallow",
    "Abernathy",
    "Hale",
    "Novak",
    "Brill",
    "Ostrom",
    "Kask",
)
TOWNS = (
    "Ansel",
    "Vik",
    "Carrow",
    "Aldmoor",
    "Brightwell",
    "Ferrow",
    "Gant",
    "Hollin",
    "Isleth",
    "Jarrow",
    "Kelm",
)
THINGS = (
    "bridge",
    "barrier",
    "gate",
    "school",
    "ferry",
    "museum",
    "harbour",
    "railway",
    "archive",
    "mill",
    "library",
)
DEEDS = (
    "opened",
    "repaired",
    "painted",
    "closed",
    "measured",
    "visited",
    "praised",
    "sold",
    "bought",
    "replaced",
)


def article(kilobytes: int) -> str:
    """An article of about so many thousand bytes, the same every time."""
    chance = random.Random(kilobytes)  # noqa: S311 - reproducible prose, no secret
    lines = ["A long report on a small county", "", "Port Ansel, 9 September 2024", ""]
    size, sections, references = 0, 0, 0
    while size < kilobytes * 900:
        if sections % 4 == 0:
            lines += [f"Part {sections // 4 + 1}: the {chance.choice(THINGS)} of {chance.choice(TOWNS)}", ""]
        sections += 1
        sentences = []
        for _ in range(chance.randint(6, 9)):
            references += chance.random() < 0.3
            sentences.append(sentence(chance, max(1, references)))
        lines += [" ".join(sentences), ""]
        size += len(lines[-2])
    lines += ["References"]
    lines += [
        f"[{number}] County Office of {chance.choice(TOWNS)}, “Report on the {chance.choice(THINGS)}”, {number}, "
        f"{chance.randint(1990, 2023)}: {chance.randint(2, 900)} pages."
        for number in range(1, min(references, 999) + 1)
    ]
    return "\n".join(lines) + "\n"


def sentence(chance: random.Random, references: int) -> str:
    """One sentence of one of five makes."""
    who = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    where, what, deed = chance.choice(TOWNS), chance.choice(THINGS), chance.choice(DEEDS)
    marker = f"[{chance.randint(1, min(references, 999))}]"
    day, year, number = chance.randint(1, 28), chance.randint(1950, 2023), chance.randint(21, 9_999)
    return chance.choice(
        (
            f"{who} {deed} the {what} of {where} on {day} March {year}{marker}.",
            f"The {what} that {who} had {deed} cost £{number:,} and took {chance.randint(2, 40)} weeks.",
            f"“The {what} was never {deed} by anybody from {where} in my time,” {who} said{marker}.",
            (
                f"In {year} about {number:,} people crossed from {where} to {chance.choice(TOWNS)}, by the {what}, "
                f"and {who} counted {chance.randint(3, 90)} per cent of them{marker}."
            ),
            f"Nobody in {where} knew whether the {what} will be {deed} next year or had been {deed} long ago.",
        )
    )


def measured(file: Path) -> float:
    """Seconds of processor time of one run in a fresh process, which others on the machine don't lengthen much."""
    command = [sys.executable, "-m", "touratlas", "audit", str(file), "--format", "json"]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def main() -> int:
    """Print the table; 1 if a bar is missed."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--write", nargs=2, metavar=("FILE", "KB"))
    arguments = options.parse_args()
    if arguments.write:
        Path(arguments.write[0]).write_text(article(int(arguments.write[1])), encoding="utf-8")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        file.write_text("A title\n\nOne sentence stands here.\n", encoding="utf-8")
        least = min(measured(file) for _ in range(RUNS))
        print(f"start and a single sentence: {least:.2f} s")
        print(f"{'bytes':>10} {'seconds':>8} {'s per MB':>9}")
        rates, seconds = [], 0.0
        for size in SIZES:
            file.write_text(article(size), encoding="utf-8")
            length = file.stat().st_size
            seconds = min(measured(file) for _ in range(RUNS))
            rates.append((seconds - least) / length * 1e6)
            print(f"{length:>10,} {seconds:>8.2f} {rates[-1]:>9.2f}")
    growth = rates[-1] / rates[0]
    good = seconds <= MOST_SECONDS and growth <= MOST_GROWTH
    print(f"growth of seconds a byte: {growth:.2f} (bar {MOST_GROWTH}); {'holds' if good else 'MISSED'}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
