"""Tables are read as rows, whatever parts their cells: tabs, bars, blanks, DOCX, HTML or the gaps of a PDF page."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from html import escape

import pytest

from govgraph import seeds
from govgraph.extraction import extract
from govgraph.model import Document
from govgraph.repair import repair
from tests.sample_files import docx, paragraph, pdf, table
from tests.test_metamorphic import said
from tests.test_read_formats import only

Rows = list[list[str]]
Form = Callable[[str, Rows], Document]


def text(string: str) -> Document:
    return Document(sha256(string.encode()).hexdigest()[:32], "a.txt", string)


def web(title: str, rows: Rows) -> Document:
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return only(f"<html><body><h1>{title}</h1><table>{body}</table></body></html>".encode(), "a.html")


def printed(title: str, rows: Rows) -> Document:
    lines = [(50 + 130 * x, 700 - 20 * y, cell) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell]
    return only(pdf([[(50, 760, title), *lines]]), "a.pdf")


FORMS: dict[str, Form] = {
    "tabs": lambda title, rows: text("\n".join([title, *map("\t".join, rows)])),
    "tabs and CR LF": lambda title, rows: text("\r\n".join([title, *map("\t".join, rows)])),
    "blanks": lambda title, rows: text("\n".join([title, *map("    ".join, rows)])),
    "bars": lambda title, rows: text("\n".join([title, *(f"| {' | '.join(row)} |" for row in rows)])),
    "docx": lambda title, rows: only(docx(paragraph(title) + table(rows)), "a.docx"),
    "html": web,
    "pdf": printed,
}
MEMBERS = [
    ["序号", "姓名", "性别", "职务"],
    ["01", "李文清", "男性", "市长"],
    ["02", "赵铁成", "男性", "副市长、市公安局局长"],
    ["03", "何　静", "女性", "市财政局局长"],
]
TASKS = [
    ["序号", "重点任务", "牵头单位", "责任单位"],
    ["01", "校园餐桌提升行动", "市教育局", "市财政局"],
    ["02", "阳光财政工程", "市财政局", "市审计局"],
]


def facts(document: Document, *predicates: str) -> set[tuple[str, ...]]:
    return {fact[:3] for fact in said(extract(document, seeds.load())) if fact[1] in predicates}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_a_member_list_says_who_holds_what(form: Form) -> None:
    assert facts(form("吉林市人民政府领导名单", MEMBERS), "holds") == {
        ("李文清", "holds", "吉林市人民政府市长"),
        ("赵铁成", "holds", "吉林市人民政府副市长"),
        ("赵铁成", "holds", "吉林市公安局局长"),
        ("何静", "holds", "吉林市财政局局长"),
    }


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_a_division_of_tasks_says_who_leads_and_who_takes_part(form: Form) -> None:
    assert facts(form("吉林市2024年重点任务分工表", TASKS), "leadBody", "participant") == {
        ("校园餐桌提升行动", "leadBody", "吉林市教育局"),
        ("校园餐桌提升行动", "participant", "吉林市财政局"),
        ("阳光财政工程", "leadBody", "吉林市财政局"),
        ("阳光财政工程", "participant", "吉林市审计局"),
    }


def test_an_empty_cell_keeps_its_column() -> None:
    rows = [["姓名", "性别", "职务"], ["李文清", "", "市长"], ["何静", "女", "副市长"]]
    said_of = facts(FORMS["tabs"]("吉林市政府领导", rows), "holds")
    assert said_of == {("李文清", "holds", "吉林市人民政府市长"), ("何静", "holds", "吉林市人民政府副市长")}


SAME = "全市经济回升向好，各项工作稳步推进，为明年"
TABS = {
    "a row": ("李文清\t市长", "李文清   市长"),
    "an indent": ("\t全市经济回升向好。", "全市经济回升向好。"),
    "the number of a list": ("1.\t抓好项目建设。", "1.抓好项目建设。"),
    "a tab at the end": ("全市经济回升向好。\t", "全市经济回升向好。"),
    "a row is not joined to the next": (f"{SAME}\t目标\n{SAME}\t任务", f"{SAME}   目标\n{SAME}   任务"),
}


@pytest.mark.parametrize(("damaged", "expected"), TABS.values(), ids=TABS.keys())
def test_tabs(damaged: str, expected: str) -> None:
    assert repair(text(damaged)).text.string == expected


def test_a_heading_and_a_note_of_the_file_stand_alone() -> None:
    note = f"<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:footnote>{paragraph('数据为快报数')}</w:footnote></w:footnotes>"
    body = paragraph("一些重要的事情和安排", "1") + paragraph("全市经济回升向好，各项工作稳步推进，为明年打下")
    prose = repair(only(docx(body, {"word/footnotes.xml": note}), "a.docx"))
    kinds = [(each.kind, prose.text.string[each.start : each.end]) for each in prose.paragraphs]
    assert [kind for kind, _ in kinds] == ["title", "body", "note"]
