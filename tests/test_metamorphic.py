"""What layout does to a text changes nothing that the text says.

Every document of the sample corpus is read as it is and damaged; the facts are compared without their places in the
text. :func:`facts` takes any document, whatever file it came from.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from govgraph import seeds
from govgraph.find import find
from govgraph.model import Document, Extraction
from govgraph.relate import relate
from govgraph.repair import repair

Facts = frozenset[tuple[str, ...]]
Damage = Callable[[str], str]

CORPUS = Path(__file__).parent.parent / "seeds" / "corpus"
WIDE = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}
RADICALS = str.maketrans("高长工人大小水火力文方日月", "⾼⻓⼯⼈⼤⼩⽔⽕⼒⽂⽅⽇⽉")


def document(text: str, name: str = "a.txt") -> Document:
    """A document of a text."""
    return Document(sha256(text.encode()).hexdigest()[:32], name, text)


def facts(read: Document) -> Facts:
    """What a document says: relations with their status by label, and figures."""
    words = seeds.load()
    prose = repair(read)
    return said(relate(prose, find(prose, words), words))


def said(extraction: Extraction) -> Facts:
    """The facts of an extraction, without their places in the text."""
    label = {thing.key: thing.label for thing in extraction.things}
    claims = {
        (label.get(c.subject, c.subject.name), c.predicate, label.get(c.object, c.object.name), c.status)
        for c in extraction.claims
    }
    figures = {(label.get(f.about, f.about.name), str(f.value), f.unit, f.qualifier) for f in extraction.figures}
    return frozenset(claims | figures)


def plain(path: Path) -> str:
    """A document of the corpus as repair leaves it: what every damage starts from."""
    return repair(document(path.read_text("utf-8"), path.name)).text.string


def wrapped(width: int, gap: str = "\n") -> Damage:
    """Every paragraph in lines of a width."""

    def wrap(text: str) -> str:
        lines = [line[at : at + width] for line in text.split("\n") for at in range(0, len(line), width)]
        return gap.join(lines)

    return wrap


def folded(width: int) -> Damage:
    """Every paragraph in lines of so many cells, two for each character of Chinese."""

    def fold(text: str) -> str:
        lines: list[str] = []
        for line in text.split("\n"):
            room = 0
            for character in line:
                cells = 1 if character.isascii() else 2
                if room < cells:
                    lines.append("")
                    room = width
                lines[-1] += character
                room -= cells
        return "\n".join(lines)

    return fold


def spaced(text: str) -> str:
    """Every third line of running text letter-spaced."""
    lines = text.split("\n")
    return "\n".join(" ".join(line) if number % 3 == 0 and "。" in line else line for number, line in enumerate(lines))


def traditional(text: str) -> str:
    """In traditional characters."""
    words = seeds.load().words("variant_characters")
    table = {ord(word.canonical): word.form for word in words if word.kind == "traditional"}
    return text.translate(table)


def invisible(text: str) -> str:
    """A zero-width blank after every fifth character, and a mark of byte order before all."""
    return "\ufeff" + re.sub(r"(.{5})", "\\1\u200b", text)


def headed(text: str) -> str:
    """Pages of ten lines, each with a number and a running head, wherever they fall in a sentence."""
    lines = wrapped(24)(text).split("\n")
    pages = ["\n".join(lines[at : at + 10]) for at in range(0, len(lines), 10)]
    return "\n".join(f"- {number} -\n松江市人民政府公报 2021·3\n{page}" for number, page in enumerate(pages, 1))


def paged(text: str) -> str:
    """A page number inside every third line."""
    lines = wrapped(20)(text).split("\n")
    return "\n".join(f"{line}\n—{number // 3 + 1}—" if number % 3 == 2 else line for number, line in enumerate(lines))


def repeated(text: str) -> str:
    """The last page twice."""
    lines = wrapped(22)(text).split("\n")
    return "\n".join([*lines, "- 2 -", *lines[-12:]])


def fed(text: str) -> str:
    """Pages as a converter of PDF files ends them: a form feed, wherever it falls in a sentence."""
    lines = wrapped(26)(text).split("\n")
    return "\n\f".join("\n".join(lines[at : at + 12]) for at in range(0, len(lines), 12)) + "\n\f"


def printed(text: str) -> str:
    """The same with a masthead above each page and its number alone below it."""
    pages = fed(text).removesuffix("\n\f").split("\n\f")
    head, foot = "松江市人民政府公报      2021·3\n\n", "\n\n" + " " * 18
    return "\n\f".join(f"{head}{page}{foot}{number}" for number, page in enumerate(pages, 1)) + "\n\f"


DAMAGE: dict[str, Damage] = {
    "wrapped with blank lines": wrapped(40, "\n\n"),
    "letter-spaced": spaced,
    "full-width digits": lambda text: text.translate(WIDE),
    "radicals": lambda text: text.translate(RADICALS),
    "invisible characters": invisible,
    "traditional characters": traditional,
    "CR LF": lambda text: text.replace("\n", "\r\n"),
    "running heads": headed,
    "page numbers": paged,
    "form feeds": fed,
    "pages of a PDF file": printed,
    "a page repeated": repeated,
}
# Rosters, whose lines are no prose, do not say how wide their column is.
PROSE = sorted(path for path in CORPUS.glob("*/*") if "roster" not in path.name and path.suffix in {".txt", ".md"})


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.stem)
def test_layout_changes_no_fact(path: Path, damage: Damage) -> None:
    text = plain(path)
    whole = facts(document(text))
    assert facts(document(damage(text))) == whole


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.stem)
def test_no_width_of_lines_changes_a_fact(path: Path) -> None:
    # Narrower lines are those of a list; wider ones no page has, but a few are here to see that nothing happens.
    text = plain(path)
    whole = facts(document(text))
    widths = [*range(10, 82), 90, 99, 120, 131, 200]
    assert [width for width in widths if facts(document(wrapped(width)(text))) != whole] == []
    # Not every number of cells: where a paragraph fills its last line to the cell, nothing tells it from the next.
    assert [width for width in range(21, 161, 8) if facts(document(folded(width)(text))) != whole] == []


REPORT = (
    "吉林市政府工作报告\n"
    "一、工作回顾\n市教育局牵头推进校园餐桌提升行动，受益学生4.58万人。市长王吉主持召开常务会议12次。\n"
    "二、主要任务\n市财政局、市审计局配合实施阳光财政工程，覆盖单位305个。市政府办公室负责督办。\n"
    "三、自身建设\n市人大常委会审议通过《吉林市湿地保护条例》。副市长李文清负责统筹协调。\n"
    "四、结语\n市水利局牵头实施清水行动，整治河道20条。\n"
)


@pytest.mark.parametrize("seed", range(4))
def test_sections_in_any_order_say_the_same(seed: int) -> None:
    title, *sections = re.split(r"(?m)^(?=[一二三四]、)", REPORT)
    random.Random(seed).shuffle(sections)
    whole = facts(document(REPORT))
    assert len(whole) > 8
    assert facts(document(title + "".join(sections))) == whole


def test_sections_are_put_in_the_order_of_their_numbers() -> None:
    title, *sections = re.split(r"(?m)^(?=[一二三四]、)", REPORT)
    turned = title + "".join([sections[2], sections[0], sections[3], sections[1]])
    assert repair(document(turned)).text.string == REPORT.strip()


def booklet(text: str, width: int, height: int) -> tuple[str, str]:
    """Pages of two columns as the sheets of a stitched issue carry them, last page beside the first; and in order."""
    lines = wrapped(width)(text).split("\n")
    columns = ["\n".join(lines[at : at + height]) for at in range(0, len(lines) - height + 1, height)]
    pages = [columns[at : at + 2] for at in range(0, len(columns) // 4 * 4, 2)]
    sheets = [page for sheet in range(len(pages) // 2) for page in (pages[-1 - sheet][::-1], pages[sheet])]
    ordered = "".join(column for page in pages for column in page)
    return "\n".join(" " + column for page in sheets for column in page), ordered.replace("\n", "")


def issue(seed: int) -> str:
    """The texts of the corpus in some order, as one text without blanks and line ends."""
    texts = ["".join(plain(path).split()) for path in PROSE if path.suffix == ".txt"]
    random.Random(seed).shuffle(texts)
    return "".join(texts)


def mended(text: str) -> str:
    """A damaged text as repair leaves it, without blanks and line ends."""
    return "".join(repair(document(text)).text.string.split())


def test_the_pages_of_most_booklets_are_put_in_order() -> None:
    # Where pages begin and end with whole sentences nothing tells their neighbours: not every order can be found.
    booklets = [booklet(issue(seed), width, height) for seed in range(10) for width, height in ((14, 12), (18, 13))]
    assert sum(mended(imposed) == ordered for imposed, ordered in booklets) >= 12


@pytest.mark.parametrize("seed", range(8))
def test_columns_in_order_stay_in_order(seed: int) -> None:
    text = issue(seed)
    lines = wrapped(14)(text).split("\n")
    columns = "\n".join((" " if number % 13 == 0 else "") + line for number, line in enumerate(lines))
    assert mended(columns) == text
