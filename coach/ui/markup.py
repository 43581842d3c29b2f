"""The only way a text from a person, the content or a model becomes HTML: tags from a short list around escaped text."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

import streamlit as st

_TAGS = frozenset(
    {"a", "bdi", "blockquote", "dd", "div", "dl", "dt", "li", "mark", "ol", "p", "q", "span", "strong", "sup", "ul"}
)
_ATTRIBUTES = {
    "class": re.compile(r"cc-[a-z]+(?: cc-[a-z]+)*"),
    "dir": re.compile(r"auto"),
    "href": re.compile(r"https://[A-Za-z0-9.-]+(?:/[A-Za-z0-9._~/%?=&+-]*)?|(?:tel|sms):\+?[0-9*#]+"),
    "rel": re.compile(r"noreferrer"),
    "target": re.compile(r"_blank"),
}
_MARKDOWN = re.compile(r"[\\`*_\[\](){}#!$~<>|^]|:(?!\s)")
# Control characters have no place on a page: each is shown as its picture (␀ …), and half a surrogate pair as �.
_SHOWN = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"}
_SHOWN |= {0x7F: 0x2421, 0x0D: 0x0A} | dict.fromkeys((*range(128, 160), *range(55296, 57344)), 65533)


class Markup(str):
    """HTML built by :func:`element`; every other string is text."""

    __slots__ = ()


def displayable(text: str) -> str:
    """The text with what cannot be shown replaced, one character for one."""
    return text.translate(_SHOWN)


def element(tag: str, *children: str, **attributes: str) -> Markup:
    """``<tag>`` around its children: :class:`Markup` as it is, any other text escaped. ``cls`` stands for ``class``.

    Raises ValueError for a tag, an attribute or a value that is not on the list.
    """
    if tag not in _TAGS:
        raise ValueError(f"the tag {tag!r} is not on the list")
    opened = tag
    for given, value in attributes.items():
        name = "class" if given == "cls" else given
        if name not in _ATTRIBUTES or not _ATTRIBUTES[name].fullmatch(value):
            raise ValueError(f"the attribute {name}={value!r} is not on the list")
        opened += f' {name}="{escape(value)}"'
    inner = "".join(child if isinstance(child, Markup) else escape(displayable(child)) for child in children)
    return Markup(f"<{opened}>{inner}</{tag}>")


def join(*parts: Markup) -> Markup:
    """Elements one after the other."""
    return Markup("".join(parts))


def show(*parts: Markup) -> None:
    """Put elements on the page."""
    st.html(join(*parts))


def link(text: str, href: str, **attributes: str) -> Markup:
    """A plain link in the same tab, or the text alone when the address is not a safe one."""
    if not _ATTRIBUTES["href"].fullmatch(href):
        return element("span", text)
    return element("a", text, href=href, rel="noreferrer", cls="cc-link", **attributes)


def say(text: str, cls: str = "cc-text") -> None:
    """One paragraph of plain text, in whatever direction its letters run."""
    show(element("p", text, cls=cls, dir="auto"))


def label(text: str) -> str:
    """Plain text as the words on a button, which Streamlit would read as Markdown."""
    return _MARKDOWN.sub(r"\\\g<0>", " ".join(displayable(text).split()))


def announcer() -> Callable[[str], None]:
    """A place that nobody sees and a screen reader speaks, politely, whenever the words in it change.

    It must stay on the page, empty or not: what is new together with its words is often not read out. Streamlit's
    own box is the one element whose live region outlasts a rerun.
    """
    place = st.container(key="announcer")  # st.empty would put a new box in the place of the old one

    def announce(sentence: str) -> None:
        place.success(sentence)

    return announce
