"""Loading: tour file and articles, from disk and from memory, with places; what can't be opened is told."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.tour_builder import ARTICLE, loaded, sound, written
from touratlas.errors import UsageError
from touratlas.load import LARGEST_ARTICLE, Loaded, load_bytes, load_tour


def on_disk(folder: Path, name: str = "article.txt", article: bytes = ARTICLE.encode()) -> Path:
    """The sound tour in a folder of its own, its article under `name` as seen from the tour file."""
    tour = sound()
    tour["sources"]["article"] |= {"file": name, "sha256": hashlib.sha256(article).hexdigest()}
    file = folder / "tour.yaml"
    file.write_bytes(written(tour))
    return file


def codes(one: Loaded) -> list[str]:
    """The codes of what was found so far."""
    return [finding.code for finding in one.findings]


def test_a_tour_and_its_article(tmp_path: Path) -> None:
    """Both are read, whatever the working folder."""
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    one = load_tour(on_disk(tmp_path))
    assert one.findings == ()
    assert one.cut == frozenset()
    assert one.tour is not None
    assert one.tour.tour.id == "visit"
    assert one.articles["article"].text == ARTICLE


@pytest.mark.parametrize("name", ["../article.txt", "texts/article.txt", "./article.txt", "texts/ä 漢.txt"])
def test_articles_lie_beside_the_tour_or_one_folder_up(tmp_path: Path, name: str) -> None:
    """Relative to the tour file."""
    home = tmp_path / "home"
    (home / "texts").mkdir(parents=True)
    (home / name).write_text(ARTICLE, encoding="utf-8")
    assert codes(load_tour(on_disk(home, name))) == []


@pytest.mark.parametrize(
    "name",
    [
        "../../article.txt",
        "texts/../../article.txt",
        "/etc/hostname",
        "C:/article.txt",
        "c:article.txt",
        "..\\article.txt",
        "texts",
        "missing.txt",
        "a" * 300,
        "article.txt/x",
    ],
)
def test_other_paths_are_refused(tmp_path: Path, name: str) -> None:
    """A tour file opens nothing that its folder doesn't hold, and says which path it was."""
    home = tmp_path / "a" / "b"
    (home / "texts").mkdir(parents=True)
    for folder in (tmp_path, home):
        (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    one = load_tour(on_disk(home, name))
    assert codes(one) == ["E606"]
    assert "can't read" in one.findings[0].message
    assert one.articles == {}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xef\xbb\xbf" + ARTICLE.encode(), None),
        (ARTICLE.replace("\n", "\r\n").encode(), None),
        ((ARTICLE + "\f\tMore.\u202e\u200f\n").encode(), None),
        ("Visité".encode("latin-1"), "E606"),
        (ARTICLE.encode("utf-16"), "E606"),
        (b"a" * (LARGEST_ARTICLE + 1), "E606"),
    ],
)
def test_the_bytes_of_an_article(tmp_path: Path, data: bytes, code: str | None) -> None:
    """UTF-8, with or without a mark, with any line ends, and of bounded size."""
    (tmp_path / "article.txt").write_bytes(data)
    assert codes(load_tour(on_disk(tmp_path, article=data))) == ([code] if code else [])


@pytest.mark.parametrize("char", ["\0", "\b", "\v", "\x1b", "\x1f"])
def test_control_characters_of_an_article_are_told_with_their_place(tmp_path: Path, char: str) -> None:
    """They can steer a terminal or hide text; a tab and what ends a line or a page are honest."""
    data = ("\ufeff" + ARTICLE.replace("\n", "\r\n") + f"Two\tand\fmore {char}\x07").encode()
    (tmp_path / "article.txt").write_bytes(data)
    one = load_tour(on_disk(tmp_path, article=data))
    assert codes(one) == ["E606"]
    assert f"U+{ord(char):04X} in line 8, column 14" in one.findings[0].message
    assert one.articles == {}


def test_an_article_that_changed_is_told_with_both_sums(tmp_path: Path) -> None:
    """It is read all the same, so that its quotes are checked."""
    (tmp_path / "article.txt").write_text(ARTICLE + "More.\n", encoding="utf-8")
    one = load_tour(on_disk(tmp_path))
    assert codes(one) == ["E607"]
    assert hashlib.sha256((ARTICLE + "More.\n").encode()).hexdigest() in one.findings[0].message
    assert "article" in one.articles


def test_markdown_is_told_by_its_name(tmp_path: Path) -> None:
    """`.md` and `.markdown`, in any case."""
    article = "# A *Title*\n\nText.\n"
    for name in ("a.md", "a.MARKDOWN", "a.txt"):
        (tmp_path / name).write_text(article, encoding="utf-8")
    hidden = {}
    for name in ("a.md", "a.MARKDOWN", "a.txt"):
        one = load_tour(on_disk(tmp_path, name, article.encode()))
        hidden[name] = bool(one.articles["article"].hidden)
    assert hidden == {"a.md": True, "a.MARKDOWN": True, "a.txt": False}


def test_corrections_reach_the_article() -> None:
    """What a line is, in the curator's word."""
    tour = sound()
    tour["sources"]["article"]["lines"] = [
        {"line": "3", "kind": "list-item"},
        {"line": "9999999", "kind": "stray"},
    ]
    article = loaded(tour).articles["article"]
    assert [block.kind.value for block in article.blocks if block.corrected] == ["list-item"]


@pytest.mark.parametrize("name", ["missing.yaml", ".", "a\0b", "x" * 300])
def test_a_tour_file_that_cannot_be_opened_is_wrong_use(tmp_path: Path, name: str) -> None:
    """Missing, a folder, no name at all: one error, with the path."""
    with pytest.raises(UsageError, match="can't read"):
        load_tour(str(tmp_path / name))


def test_places_of_a_file_that_has_no_tree() -> None:
    """The top, for want of anything better."""
    one = load_bytes(b"", "t.yaml", lambda name: b"")
    assert one.place(("stops", 0)) == (1, 1)


def test_articles_in_memory_may_be_missing() -> None:
    """The app gives what was uploaded, and an OSError for the rest."""

    def read(name: str) -> bytes:
        raise OSError(f"{name} was not uploaded")

    tour = sound()
    tour["sources"]["article"]["sha256"] = "0" * 64
    one = load_bytes(written(tour), "t.yaml", read)
    assert codes(one) == ["E606"]
    assert "article.txt was not uploaded" in one.findings[0].message


@pytest.mark.parametrize("folder", [False, True])
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, folder: bool) -> None:
    """An article is read below the folder above the tour file's, and what a link leads to must lie there as well."""
    home, secret = tmp_path / "home" / "tours", tmp_path / "outside"
    home.mkdir(parents=True)
    secret.mkdir()
    (secret / "article.txt").write_text("Nobody should read this.", encoding="utf-8")
    (home / "linked").symlink_to(secret if folder else secret / "article.txt")
    name = "linked/article.txt" if folder else "linked"
    text = (
        (Path(__file__).parent / "codes" / "S204.yaml")
        .read_text(encoding="utf-8")
        .replace("planed", "planned")
    )
    (home / "tour.yaml").write_text(text.replace("file: article.txt", f"file: {name}"), encoding="utf-8")
    findings = load_tour(home / "tour.yaml").findings
    assert [one.code for one in findings] == ["E606"]
    assert "Nobody" not in str(findings[0])
