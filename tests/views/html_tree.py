"""A strict little reader of our HTML: a tree of elements, and an error where tags don't match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "col"})
PHRASING = frozenset({"a", "abbr", "b", "bdi", "em", "i", "mark", "span", "strong", "sup", "time"})


@dataclass
class Element:
    """An element, its attributes, and what is in it: texts and elements in order."""

    tag: str
    attrs: dict[str, str | None]
    parent: Element | None = None
    inner: list[str | Element] = field(default_factory=list)

    def all(self, tag: str = "", **attrs: str) -> list[Element]:
        """The elements below, in order, with that tag and those attributes (`_` for `-` and behind keywords)."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attrs.items()}
        return [
            one
            for one in self._walk()
            if (not tag or one.tag == tag)
            and all(
                value in (one.attrs.get(key) or "").split() if key == "class" else one.attrs.get(key) == value
                for key, value in wanted.items()
            )
        ]

    def one(self, tag: str = "", **attrs: str) -> Element:
        """The only such element."""
        (found,) = self.all(tag, **attrs)
        return found

    def above(self) -> Iterator[Element]:
        """The elements around it, the nearest first."""
        here = self.parent
        while here is not None:
            yield here
            here = here.parent

    def inside(self, other: Element) -> bool:
        """Whether it is in another element."""
        return any(one is other for one in self.above())

    @property
    def text(self) -> str:
        """All its text, white space as single blanks."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for one in self.inner:
            if isinstance(one, str):
                yield one
            else:
                yield from one._texts()

    def _walk(self) -> Iterator[Element]:
        for one in self.inner:
            if isinstance(one, Element):
                yield one
                yield from one._walk()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in <{tag}>"
        if tag not in PHRASING:
            phrase = next((one.tag for one in (self.here, *self.here.above()) if one.tag == "p"), "")
            assert not phrase, f"<{tag}> in a paragraph"
        made = Element(tag, dict(attrs), self.here)
        self.here.inner.append(made)
        if tag not in VOID:
            self.here = made

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}>"
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.inner.append(data)


def read(html: str) -> Element:
    """The tree of a piece of HTML. Fails where a tag isn't closed, or a paragraph holds a block."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.here is reader.root, f"<{reader.here.tag}> isn't closed"
    return reader.root
