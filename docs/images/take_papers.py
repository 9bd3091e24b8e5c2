"""Takes the pictures of papers and slides anew: `python docs/images/take_papers.py`, with poppler and LibreOffice."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from touratlas.check import open_tour  # noqa: E402
from touratlas.exports import Options, formats_of  # noqa: E402

ADDRESS = "https://tours.example.org"  # invented, for the code in the lesson
# The format, the page to show, and its resolution.
SHOTS = (
    ("handout", 1, 75),
    ("handout", 2, 75),
    ("worksheet", 1, 75),
    ("worksheet", 3, 75),
    ("answers", 1, 75),
    ("answers", 3, 75),
    ("pptx", 3, 60),
    ("lesson", 1, 75),
    ("cards", 1, 75),
)


def take(folder: Path, name: str, page: int, dpi: int) -> None:
    """One page as a picture."""
    (form,) = formats_of(name)
    file = folder / f"made{form.suffix}"
    file.write_bytes(form.make(open_tour(ROOT / "data" / "events.yaml"), Options(address=ADDRESS)))
    if name == "pptx":
        convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
        subprocess.run(convert, check=True, capture_output=True)
        file = file.with_suffix(".pdf")
    target = ROOT / "docs" / "images" / f"{name}-{page}"
    only = ["-f", str(page), "-l", str(page), "-singlefile", "-r", str(dpi), "-png"]
    subprocess.run(["pdftoppm", *only, str(file), str(target)], check=True)


def main() -> None:
    """Take all of them, of the real tour."""
    with tempfile.TemporaryDirectory() as folder:
        for name, page, dpi in SHOTS:
            take(Path(folder), name, page, dpi)


if __name__ == "__main__":
    main()
