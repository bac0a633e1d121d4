"""The same document in every format and encoding, and what each format sets apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph.errors import InputError
from govgraph.model import Document, Failure
from govgraph.read import Options, find_files, isolation, read_bytes, read_documents, read_file, read_paths
from govgraph.read.tokens import tokens
from tests.sample_files import WORD, docx, html, jsonl, paragraph, pdf, table, wrapped, zipped

TITLE = "松江市人民政府关于成立重点项目建设领导小组的通知"
BODY = (
    "各县（市）、区人民政府，市政府各部门：",
    "为加强统筹，市政府决定成立重点项目建设领导小组，由市长李文清任组长，副市长何静任副组长。",
    "2023年全市完成投资２６５８亿元，同比增长6.7％；新建项目120个，“放管服”改革继续深化。",
    "领导小组办公室设在市发展和改革委员会，承担日常工作，由市发展改革委主任周明远兼任办公室主任。",
)
TEXT = "\n".join((TITLE, *BODY)) + "\n"
PAGES = [wrapped(TITLE, 30), [line for n, each in enumerate(BODY) for line in wrapped(each, 40, top=700 - 60 * n)]]
FORMS = {
    "a.txt": TEXT.encode(),
    "gb.txt": TEXT.encode("gb18030"),
    "le.txt": TEXT.encode("utf-16"),
    "be.txt": TEXT.encode("utf-16-be"),
    "bom.txt": b"\xef\xbb\xbf" + TEXT.encode(),
    "crlf.txt": TEXT.replace("\n", "\r\n").encode(),
    "a.md": TEXT.encode(),
    "a.html": html(TITLE, BODY),
    "gbk.htm": html(TITLE, BODY, "gbk"),
    "a.docx": docx(paragraph(TITLE, "1") + "".join(map(paragraph, BODY))),
    "a.pdf": pdf(PAGES),
    "a.zip": zipped({"通知.txt": TEXT.encode("gbk")}),
    "a.jsonl": jsonl([{"id": 1, "text": TEXT}]),
    "html.txt": html(TITLE, BODY),
    "pdf": pdf(PAGES),
    "docx.txt": docx(paragraph(TITLE, "1") + "".join(map(paragraph, BODY))),
    "zip": zipped({"a.docx": docx(paragraph(TITLE) + "".join(map(paragraph, BODY)))}),
    "jsonl": jsonl([{"text": TEXT}]),
}


def only(data: bytes, name: str) -> Document:
    (document,) = read_bytes(data, name)
    assert isinstance(document, Document), document
    return document


def page(body: str) -> str:
    return only(f"<html><head><title>题目</title></head><body>{body}</body></html>".encode(), "a.html").text


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", FORMS)
def test_a_document_is_the_same_text_in_every_format_and_encoding(name: str) -> None:
    document = only(FORMS[name], name)
    assert squeezed(document.text) == squeezed(TEXT)
    assert not [block for block in document.blocks if not document.text[block.start : block.end].strip()]


@pytest.mark.parametrize("name", ["a.html", "a.docx"])
def test_blocks_say_what_stands_where(name: str) -> None:
    document = only(FORMS[name], name)
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        ("heading", TITLE),
        *(("text", each) for each in BODY),
    ]


def test_pdf_pages_are_blocks_with_numbers() -> None:
    document = only(pdf([*PAGES, [], wrapped("完。", 9)], title="通知"), "a.pdf")
    assert [block.page for block in document.blocks] == [1, 2, 4]
    assert document.text[document.blocks[2].start : document.blocks[2].end] == "完。"
    assert document.warnings == ("page 3: scanned, not read",)
    assert document.meta == (("title", "通知"),)


def test_a_pdf_of_pictures_is_reported() -> None:
    (failure,) = read_bytes(pdf([[], []]), "扫描.pdf")
    assert failure == Failure("扫描.pdf", "扫描.pdf: page 1: scanned, not read; page 2: scanned, not read")


LEFT = (
    "市政府全体会议听取重点项目建设情况汇报，研究部署下一阶段工作，要求各部门压实责任、强化统筹，确保完成全年目标任务，推动经济社会高质量发展。"
    * 2
)
RIGHT = (
    "会议强调，要坚持问题导向，优化营商环境，完善协调机制，帮助企业解决实际困难，持续增进民生福祉，切实维护社会大局和谐稳定，以优异成绩向大会献礼。"
    * 2
)


@pytest.mark.parametrize("row_by_row", [False, True])
def test_two_columns_are_read_one_after_the_other(row_by_row: bool) -> None:
    lines = [*wrapped(LEFT, 19), *wrapped(RIGHT, 19, left=50 + 20 * 12 + 10)]
    if row_by_row:
        lines.sort(key=lambda line: -line[1])
    document = only(pdf([[(200, 780, TITLE[:20]), *lines, (290, 40, "—3—")]]), "a.pdf")
    assert squeezed(document.text) == TITLE[:20] + LEFT + RIGHT + "—3—"
    assert {block.page for block in document.blocks} == {1}


def test_a_table_of_a_pdf_is_no_column_page() -> None:
    names = ("李文清", "何静", "周明远", "林晓峰", "吴雨静", "宋长河")
    lines = [
        (x, 700 - 20 * n, text) for n, name in enumerate(names) for x, text in ((50, name), (300, "成员单位负责人"))
    ]
    text = only(pdf([lines]), "a.pdf").text
    assert text.splitlines() == [f"{name}\t成员单位负责人" for name in names]


def test_docx_tables_notes_and_tracked_changes() -> None:
    body = (
        paragraph("名单")
        + table([["姓名", "职务"], ["李文清", "市长"]])
        + "<w:p><w:r><w:t>正文</w:t><w:tab/><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>插入</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    note = (
        f'<w:footnote w:type="separator">{paragraph("——")}</w:footnote><w:footnote>{paragraph("见附件。")}</w:footnote>'
    )
    document = only(docx(body, {"word/footnotes.xml": f'<w:footnotes xmlns:w="{WORD}">{note}</w:footnotes>'}), "a.docx")
    assert document.text == "名单\n姓名\t职务\n李文清\t市长\n正文\t保留插入\n见附件。\n"
    assert [block.kind for block in document.blocks] == ["text", "row", "row", "text", "note"]


def test_docx_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f"<mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    text = only(docx(f"<w:p><w:r><w:t>前</w:t>{both}<w:t>后</w:t></w:r></w:p>"), "a.docx").text
    assert sorted(text.split()) == ["前后", "框内"]


def test_docx_says_that_automatic_numbers_are_not_in_it() -> None:
    item = (
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>一</w:t></w:r></w:p>"
    )
    assert only(docx(item), "a.docx").warnings == ("1 numbers of automatic lists are not in the text",)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>甲<p>乙</p>", "甲\n乙\n"),
        ("甲<br>乙<BR/>丙", "甲\n乙\n丙\n"),
        ("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙\n"),
        ("<p>甲\n  乙 and\n more</p>", "甲乙 and more\n"),
        ("<p>甲&nbsp;乙&amp;&#x4E01;&lt;</p>", "甲\xa0乙&丁<\n"),
        ("<p>a < b</p><p>c<", "a < b\nc<\n"),
        ("<nav><a href=x>首页</a></nav><p>甲</p><footer>版权</footer><aside>推荐</aside>", "甲\n"),
        ("<header>站名</header><article><header><h1>题</h1></header><p>甲</p></article>", "题\n甲\n"),
        ("<ul><li><a>首页</a><li><a>新闻</a><li><a>公开</a></ul><p>甲</p>", "甲\n"),
        ("<div><a>首页</a> > <a>政务公开</a> > <a>文件</a></div><p>甲</p>", "甲\n"),
        ("<p>见<a>《条例》</a>。</p>", "见《条例》。\n"),
        ("<script>if (a<b) document.write('<p>乙</p>')</script><style>p{}</style><p>甲</p>", "甲\n"),
        ("<!-- <p>乙</p> --><p>甲</p><!--[if IE]><p>丙</p><![endif]-->", "甲\n"),
        ("<![if !IE]><p>甲</p><![endif]>", "甲\n"),
        ("<p hidden>乙</p><p style='display: none'>丙</p><p>甲</p>", "甲\n"),
        ("<p title='a>b' data-x=\"<p>\">甲</p>", "甲\n"),
        ("<p>甲</div></span></p></p>乙", "甲\n乙\n"),
        ("<table><tr><th>姓名<th>职务<tr><td>李文清<td>市长</table>", "姓名\t职务\n李文清\t市长\n"),
        ("<table><tr><td><p>李文清</p></td><td><p>市长</p></td></tr></table>完", "李文清\t市长\n完\n"),
        ("<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td><td>丙</td></tr></table>", "甲\t乙\n丙\n"),
        (f"<table><tr><td>栏<td><p>{'长' * 150}</p><p>{'文' * 150}</table>", f"栏\n{'长' * 150}\n{'文' * 150}\n"),
        ("<form><p>甲</p><select><option>乙</select><button>丙</button></form>", "甲\n"),
    ],
)  # fmt: skip
def test_what_a_web_page_says(body: str, text: str) -> None:
    assert page(body) == text


def test_html_without_head_body_or_end() -> None:
    assert only("<head><title>题</title><p>甲<td>乙".encode(), "a.html").text == "甲\n乙\n"


def test_meta_elements_of_government_sites() -> None:
    head = '<meta name="ArticleTitle" content="松江市通知"><META content="2023-01-02" NAME=PubDate><title>网站</title>'
    document = only(f"<head>{head}</head><p>甲</p>".encode(), "a.html")
    assert document.meta == (("date", "2023-01-02"), ("title", "松江市通知"))


def test_left_out_links_and_lost_ends_are_reported() -> None:
    assert only("<p><a>甲</a> <a>乙</a> <a>丙</a></p><p>丁</p>".encode(), "a.html").warnings == (
        "1 lines of links left out",
    )
    hidden = "<nav>首页 机构</nav><div hidden><p>李文清讲话。会议结束。</p></div><p>甲。</p><footer>联系</footer>"
    assert only(hidden.encode(), "a.html").warnings == ("2 sentences in hidden or leading parts of the page left out",)
    assert only("<nav>首页</nav><script>'甲。'</script><p>乙。</p>".encode(), "a.html").warnings == ()
    assert only("<p>甲</p><script>丁".encode(), "a.html").warnings == ("the page breaks off inside <script>",)


@pytest.mark.parametrize("depth", [100, 254, 1_000, 20_000])
def test_depth_loses_nothing(depth: int) -> None:
    assert page("<div>" * depth + "里" + "</div>" * depth + "尾") == "里\n尾\n"
    assert page("<b>" * depth + "里尾") == "里尾\n"


@pytest.mark.parametrize(
    "piece", ["<!--", "<![", "<a ='", "<", "<a <", "&", '<a x="<a"', "</", "<p", "<td>", "<?", "\0<!"]
)
def test_tokens_take_time_in_proportion(piece: str) -> None:
    assert sum(1 for _ in tokens(piece * (400_000 // len(piece)))) <= 800_000


def test_json_lines_are_documents_of_their_own() -> None:
    lines = jsonl([
        {"id": "a", "text": "甲", "title": "题", "date": "2023-01-02", "source": "松江市政府", "other": "x"},
        {"text": "乙"},
        {"id": "a", "text": "丙"},
    ])  # fmt: skip
    found = list(read_bytes(lines + b'{"id": 1}\n[]\n\nnot json\n' + b'{"text": "\\ud83d\\u7532"}', "集.jsonl"))
    documents = [item for item in found if isinstance(item, Document)]
    assert [item.name for item in documents] == ["集.jsonl/a", "集.jsonl/line 2", "集.jsonl/a#2", "集.jsonl/line 8"]
    assert documents[0].meta == (("date", "2023-01-02"), ("id", "a"), ("source", "松江市政府"), ("title", "题"))
    assert documents[3].text == "\ufffd甲"
    assert documents[3].warnings == ("1 halves of characters replaced by U+FFFD",)
    assert [item.name for item in found if isinstance(item, Failure)] == [f"集.jsonl/line {n}" for n in (4, 5, 7)]


def test_front_matter_of_plain_text_becomes_meta() -> None:
    document = only("---\ntitle: 松江市政府工作报告\n---\n各位代表：\n".encode(), "a.txt")
    assert document.meta == (("title", "松江市政府工作报告"),)


def test_an_archive_without_documents_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"photo.jpg": b"x", "word/document.xml": b"<x/>"}))
    (found,) = read_paths([tmp_path])
    assert isinstance(found, Failure)
    assert "a.zip holds no readable document" in found.reason


def test_an_archive_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(
        zipped(
            {
                "b/乙.txt": "乙".encode(),
                "a.md": "甲".encode(),
                "photo.jpg": b"x",
                "__MACOSX/a.md": b"x",
                ".hidden.txt": b"x",
                "c.doc": b"x",
                "d.pdf": b"%PDF-1.7",
                "e.zip": zipped({"f.txt": "丙".encode()}),
            }
        )
    )
    found = list(read_paths([tmp_path]))
    assert [item.name for item in found] == [
        "a.zip/a.md", "a.zip/b/乙.txt", "a.zip/c.doc", "a.zip/d.pdf", "a.zip/e.zip/f.txt",
    ]  # fmt: skip
    assert [isinstance(item, Document) for item in found] == [True, True, False, False, True]
    first, *_ = read_documents(tmp_path / "a.zip")
    assert [warning.split(":")[0] for warning in first.warnings] == ["not read"] * 2


def test_documents_of_foreign_kinds_are_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "b.wps").write_bytes(b"x")
    (tmp_path / "c.jpg").write_bytes(b"x")
    assert [name for _, name in find_files([tmp_path])] == ["a.txt", "b.wps"]
    _, failure = read_paths([tmp_path])
    assert isinstance(failure, Failure)
    assert "convert it" in failure.reason


def test_an_old_word_file_is_told_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(InputError, match=r"old Office file: save it as \.docx"):
        read_file(tmp_path / "a.docx")


TESSERACT = """#!/bin/sh
case "$1" in --list-langs) echo chi_sim;; *) head -c 2; echo; echo 市长李文清主持会议。;; esac
cat > /dev/null
"""


@pytest.mark.parametrize(("there", "wanted"), [(True, True), (True, False), (False, True)])
def test_pictures_are_looked_at_where_that_is_wanted_and_possible(
    there: bool, wanted: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if there:
        (tmp_path / "tesseract").write_text(TESSERACT, encoding="utf-8")
        (tmp_path / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin" if there else str(tmp_path))
    isolation.stop()
    (document,) = read_bytes(pdf([wrapped(TITLE, 30), []]), "a.pdf", Options(ocr=wanted))
    isolation.stop()
    assert isinstance(document, Document)
    assert document.text.split() == [TITLE, *(["P5", "市长李文清主持会议。"] if there and wanted else [])]
    how = {
        (True, True): "read by OCR",
        (True, False): "not read",
        (False, True): "tesseract with chi_sim is not installed",
    }
    assert how[there, wanted] in document.warnings[0]
