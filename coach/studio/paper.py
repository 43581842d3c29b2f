"""A sheet → a PDF: headings tagged and in the outline, fonts inside, black on white, in ordinary or big print.

fpdf2 writes it. The structure tree is its own; only the kind of each element ("H1", "P", "Figure") is set here, where it knows but one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from fpdf import FPDF
from fpdf.outline import OutlineSection
from fpdf.syntax import DestinationXYZ

from coach.studio import sheet as s
from coach.studio.fonts import cut_to, printable

if TYPE_CHECKING:
    from fpdf.structure_tree import StructElem

FAMILY = "Noto"
MARGIN = 18.0  # millimetres
_LINE = 1.4  # the height of a line, in heights of its letters
_POINT = 0.3528  # millimetres
_HEADINGS = {1: 2.0, 2: 1.35, 3: 1.1}  # × the size of the text
_WHOLE = 8  # lines of a paragraph that stay on one page
_PAD = 0.7  # millimetres between the line above a row and its words
_MANNERS = {
    "plain": ("", 1.0, 0.0),
    "soft": ("", 0.9, 0.0),
    "strong": ("B", 1.0, 0.0),
    "quote": ("", 1.0, 5.0),
}  # style, size, indent
_GREY = 90  # dark enough to be read in a poor copy


class Paper(FPDF):
    """An A4 document with our font and tags. ``size`` is that of its text, in points."""

    def __init__(self, title: str, letters: Iterable[str], size: float, *, landscape: bool = False) -> None:
        super().__init__(orientation="L" if landscape else "P", unit="mm", format="A4")
        with TemporaryDirectory() as folder:
            for style, file in cut_to(letters, Path(folder)).items():
                self.add_font(FAMILY, style, file)
                self.set_font(FAMILY, style)
        self.size = size
        self._marks: dict[int, int] = {}
        self.set_title(printable(title))
        self.set_lang("en-GB")
        self.set_creator("Conversation Coach")
        self.set_margin(MARGIN)
        self.set_auto_page_break(False)

    def footer(self) -> None:
        """The number of the page, for eyes alone."""
        if self._numbered:
            self.set_font(FAMILY, "", 9)
            self.set_text_color(_GREY)
            self.set_xy(MARGIN, self.h - 12)
            self.cell(self.epw, 5, str(self.page_no()), align="C")
            self.set_text_color(0)

    _numbered = True

    @contextmanager
    def tagged(self, kind: str, **named: Any) -> Iterator[StructElem]:
        """What is written inside is one element of the structure: "/H1", "/P", "/LI", "/Figure"."""
        number = self._marks.get(self.page, 0)
        self._marks[self.page] = number + 1
        element = self._add_marked_content(struct_type=kind, mcid=number, **named)
        self._out(f"{'/Span' if kind == '/Figure' else '/P'} <</MCID {number}>> BDC")
        yield element
        self._out("EMC")

    def heading(self, text: str, level: int, below: float = 0.0) -> None:
        """A heading, in the outline too. It stands on one page with what begins ``below`` it, which takes so many millimetres."""
        size = self.size * _HEADINGS[level]
        self.ln(size * _POINT * (0.9 if self.get_y() > MARGIN else 0))
        self.set_font(FAMILY, "B", size)
        lines = self.lines(printable(text), self.epw)
        height = size * _POINT * _LINE
        self.room(len(lines) * height + max(3 * height, below))
        place = DestinationXYZ(self.page, top=self.h_pt - self.y * self.k)
        with self.tagged(f"/H{level}", title=printable(text)) as element:
            for line in lines:
                self.cell(self.epw, size * _POINT * 1.25, line, new_x="LMARGIN", new_y="NEXT")
        above = self._outline[-1].level if self._outline else -1
        self._outline.append(OutlineSection(printable(text), min(level - 1, above + 1), self.page, place, element))
        self.ln(size * _POINT * 0.3)

    def words(
        self, text: str, *, style: str = "", size: float = 1.0, indent: float = 0.0, mark: str = "", kind: str = "/P"
    ) -> None:
        """A paragraph; ``mark`` stands before its first line, in the indent. A long one goes on over pages."""
        points = self.size * size
        height = points * _POINT * _LINE
        self.set_font(FAMILY, style, points)
        lines = self.lines(printable(text), self.epw - indent)
        if len(lines) <= _WHOLE:
            self.room(len(lines) * height)
        while lines:
            self.room(height)
            fit = max(1, int((self.h - MARGIN - self.get_y()) / height + 0.001))
            with self.tagged(kind):
                if mark:
                    self.set_x(MARGIN)
                    self.cell(indent, height, mark)
                for line in lines[:fit]:
                    self.set_x(MARGIN + indent)
                    self.cell(self.epw - indent, height, line, new_x="LMARGIN", new_y="NEXT")
            lines, mark = lines[fit:], ""
        self.ln(height * 0.3)

    def room(self, height: float) -> None:
        """Begin a new page where so much does not fit on this one."""
        if self.get_y() + height > self.h - MARGIN:
            font = self.font_style, self.font_size_pt
            self.add_page()
            self.set_font(FAMILY, *font)

    def lines(self, text: str, width: float) -> list[str]:
        """The text broken into lines of this width, in the font that is set."""
        if not text.strip():
            return []
        lines = self.multi_cell(width, None, text, dry_run=True, output="LINES", align="L")
        assert isinstance(lines, list)
        return lines


def printed(sheet: s.Sheet, *, big: bool = False) -> bytes:
    """The sheet as a PDF."""
    size = 18.0 if big else 11.0
    paper = Paper(sheet.title, "".join(map(printable, s.texts(sheet))), size)
    paper.add_page()
    paper.heading(sheet.title, 1)
    for block, after in zip(sheet.blocks, (*sheet.blocks[1:], None), strict=True):
        if isinstance(block, s.Heading) and isinstance(after, s.Words):
            most = (_WHOLE + 1) * paper.size * _POINT * _LINE
            paper.heading(block.text, block.level, min(_height(paper, after), most))
        else:
            _put(paper, block)
    return bytes(paper.output())


def _put(paper: Paper, block: s.Block) -> None:
    match block:
        case s.Heading(text, level):
            paper.heading(text, level)
        case s.Words(text, "quote"):
            _quote(paper, text)
        case s.Words(text, manner):
            style, size, indent = _MANNERS[manner]
            paper.words(text, style=style, size=size, indent=indent)
        case s.Points(items, numbered):
            for number, item in enumerate(items, 1):
                mark = f"{number}." if numbered else "•"
                paper.words(item, indent=paper.size * (0.75 if numbered else 0.5), mark=mark, kind="/LI")
        case s.Blank(lines):
            _blank(paper, lines)
        case s.Together(blocks):
            paper.room(min(paper.h - 2 * MARGIN, sum(_height(paper, inner) for inner in blocks)))
            for inner in blocks:
                _put(paper, inner)
            paper.ln(paper.size * 0.2)
        case s.Table():
            _table(paper, block)
        case s.Timeline():
            _timeline(paper, block)
        case s.NewPage():
            paper.add_page()


def _height(paper: Paper, block: s.Words | s.Blank) -> float:
    """How much of a page it takes, in millimetres."""
    if isinstance(block, s.Blank):
        return paper.size * (0.75 * block.lines + 0.35)
    style, size, indent = _MANNERS[block.manner]
    points = paper.size * size
    paper.set_font(FAMILY, style, points)
    return (len(paper.lines(printable(block.text), paper.epw - indent)) + 0.3) * points * _POINT * _LINE


def _quote(paper: Paper, text: str) -> None:
    page, top = paper.page, paper.get_y()
    paper.words(text, indent=_MANNERS["quote"][2], kind="/BlockQuote")
    if paper.page == page:
        paper.set_line_width(0.8)
        paper.line(MARGIN + 1, top, MARGIN + 1, paper.get_y() - paper.size * _POINT * 0.4)


def _blank(paper: Paper, lines: int) -> None:
    paper.set_line_width(0.2)
    for _ in range(lines):
        paper.room(paper.size * 0.8)
        paper.ln(paper.size * 0.75)
        paper.line(MARGIN, paper.get_y(), paper.w - MARGIN, paper.get_y())
    paper.ln(paper.size * 0.35)


def _table(paper: Paper, table: s.Table) -> None:
    points = paper.size * 0.82
    height = points * _POINT * _LINE
    widths = [share / sum(table.widths) * paper.epw for share in table.widths]
    _row(paper, table.head, widths, height, points, "B")
    for row in table.rows:
        if paper.get_y() + height * 2 > paper.h - MARGIN:
            paper.add_page()
            _row(paper, table.head, widths, height, points, "B")
        _row(paper, row, widths, height, points, "")
    paper.ln(height * 0.5)


def _row(paper: Paper, cells: Sequence[str], widths: Sequence[float], height: float, points: float, style: str) -> None:
    """One row; one that is longer than the page goes on over pages."""
    paper.set_font(FAMILY, style, points)
    columns = [paper.lines(printable(cell), width - 2) for cell, width in zip(cells, widths, strict=True)]
    paper.set_line_width(0.2)
    paper.line(MARGIN, paper.get_y(), paper.w - MARGIN, paper.get_y())
    paper.ln(_PAD)
    while any(columns):
        paper.room(height)
        paper.set_font(FAMILY, style, points)
        fit = max(1, int((paper.h - MARGIN - paper.get_y()) / height + 0.001))
        top, left = paper.get_y(), MARGIN
        for lines, width in zip(columns, widths, strict=True):
            if lines:
                with paper.tagged("/TH" if style else "/TD"):
                    for number, line in enumerate(lines[:fit]):
                        paper.set_xy(left, top + number * height)
                        paper.cell(width, height, line)
            left += width
        paper.set_xy(MARGIN, top + height * min(fit, max(map(len, columns))))
        columns = [lines[fit:] for lines in columns]
    paper.ln(_PAD)


def _timeline(paper: Paper, line: s.Timeline) -> None:
    reach = 14.0  # millimetres up and down
    paper.room(2 * reach + 12)
    middle = paper.get_y() + reach + 1
    step = paper.epw / max(1, len(line.values))
    with paper.tagged("/Figure", alt_text=printable(line.alt)):
        paper.set_line_width(0.2)
        paper.line(MARGIN, middle, paper.w - MARGIN, middle)
        for place, value in enumerate(line.values):
            left, width = MARGIN + place * step, max(0.15, min(step * 0.8, 6))
            paper.set_fill_color(
                150 if value > 0 else 0
            )  # grey is warm and black is cold, in a black and white copy too
            if value:
                paper.rect(left, middle - max(0.0, value) * reach, width, abs(value) * reach, style="F")
        paper.set_font(FAMILY, "B", 9)
        for number, place in enumerate(line.marked, 1):
            paper.set_xy(MARGIN + place * step - 3 + step / 2, middle + reach + 0.5)
            paper.cell(6, 4, str(number), align="C")
    paper.set_xy(MARGIN, middle + reach + 6)
    paper.words(line.alt, size=0.9)
