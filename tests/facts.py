"""A small graph as values: two cities, tenures, an initiative with figures, a meeting, an instrument, one ambiguity."""

from __future__ import annotations

import hashlib

from govgraph.model import (
    Claim,
    Contradiction,
    Document,
    DocumentFacts,
    Evidence,
    Facts,
    Figure,
    Key,
    Link,
    Prose,
    Tenure,
    Thing,
)
from govgraph.text import Text

TEXTS = {
    "江川/2024-02-15.txt": (
        "2024年2月15日，江川市第九届人民代表大会第三次会议开幕，市长林知远作报告，市委书记陶未央出席。\n"
        "江川市人民政府牵头开展“九河连通”行动，江川市水利局参与，选派1.2万名干部，投资约4.58亿元。\n"
        "会议听取了江川市水利局起草的《江川市河道管理条例》。吴江同志到会。"
    ),
    "青石/2024-05.txt": (
        "青石市人民代表大会常务委员会决定：任命白如练为青石市水利局局长；免去方既明的青石市水利局局长职务。\n"
        "提名顾行之为青石市人民政府副市长人选。林知远（江川市市长）来青石市考察。"
    ),
}
JIANGCHUAN, QINGSHI = TEXTS
IDS = {name: hashlib.sha256(text.encode()).hexdigest()[:32] for name, text in TEXTS.items()}


def said(name: str, quote: str) -> Evidence:
    """Evidence for a stretch that stands once in a text."""
    text = TEXTS[name]
    at = text.index(quote)
    end = at + len(quote)
    return Evidence(IDS[name], at, end, quote, text[max(0, at - 4) : at], text[end : end + 4])


def prose(name: str) -> Prose:
    """A text as repair would hand it over, nothing to repair."""
    text = TEXTS[name]
    return Prose(Document(IDS[name], name, text), Text.of(text), (), ())


def _key(kind: str, name: str, scope: str = "") -> Key:
    return Key(kind, name, scope)


PROVINCE, CITY, OTHER, LAKE = (_key("Place", name) for name in ("990000", "990100", "990200", "镜湖"))
GOVERNMENT, WATER = _key("Body", "江川市人民政府", "990100"), _key("Body", "江川市水利局", "990100")
PARTY = _key("Body", "中共江川市委员会", "990100")
BUREAU, STANDING = _key("Body", "青石市水利局", "990200"), _key("Body", "青石市人民代表大会常务委员会", "990200")
COUNCIL = _key("Body", "青石市人民政府", "990200")
MAYOR = _key("Post", "江川市人民政府市长", "Body 江川市人民政府 990100")
SECRETARY = _key("Post", "中共江川市委员会书记", "Body 中共江川市委员会 990100")
DIRECTOR = _key("Post", "青石市水利局局长", "Body 青石市水利局 990200")
DEPUTY = _key("Post", "青石市人民政府副市长", "Body 青石市人民政府 990200")
LIN, TAO = _key("Person", "林知远", "990100"), _key("Person", "陶未央", "990100")
BAI, FANG, GU = (_key("Person", name, "990200") for name in ("白如练", "方既明", "顾行之"))
RIVERS = _key("Initiative", "九河连通", "990100")
COURSE = {"owner": "江川市", "level": "prefectural", "first_year": "2023", "last_year": "2024", "parts": "选派干部"}
SESSION = _key("Meeting", "江川市第九届人民代表大会第三次会议")
RULES = _key("Instrument", "江川市河道管理条例")


def _place(key: Key, label: str, kind: str, documents: tuple[str, ...] = (), code: str = "") -> Thing:
    attrs = tuple(sorted({"kind": kind, **({"code": code} if code else {})}.items()))
    return Thing(key, label, attrs=attrs, documents=documents)


def _thing(key: Key, name: str, *, forms: tuple[str, ...] = (), names: tuple[str, ...] = (), **attrs: str) -> Thing:
    return Thing(key, key.name, names, forms, tuple(sorted(attrs.items())), (IDS[name],))


def _things() -> list[Thing]:
    return [
        _place(PROVINCE, "云岭省", "province", code="990000"),
        _place(CITY, "江川市", "prefecture", (IDS[JIANGCHUAN], IDS[QINGSHI]), code="990100"),
        _place(OTHER, "青石市", "prefecture", (IDS[QINGSHI],), code="990200"),
        _place(LAKE, "镜湖", "feature"),
        _thing(GOVERNMENT, JIANGCHUAN, names=("江川市政府",), kind="government"),
        _thing(WATER, JIANGCHUAN, kind="department"),
        _thing(PARTY, JIANGCHUAN, names=("江川市委",), forms=("市委",), kind="party"),
        _thing(BUREAU, QINGSHI, kind="department"),
        _thing(STANDING, QINGSHI, names=("青石市人大常委会",), kind="congress"),
        _thing(COUNCIL, QINGSHI, kind="government"),
        _thing(MAYOR, JIANGCHUAN, title="市长"),
        _thing(SECRETARY, JIANGCHUAN, title="书记"),
        _thing(DIRECTOR, QINGSHI, title="局长"),
        _thing(DEPUTY, QINGSHI, title="副市长"),
        Thing(LIN, "林知远", documents=tuple(sorted(IDS.values())), evidence=(said(JIANGCHUAN, "林知远"),)),
        *(_thing(key, name) for key, name in ((TAO, JIANGCHUAN), (BAI, QINGSHI), (FANG, QINGSHI), (GU, QINGSHI))),
        _thing(RIVERS, JIANGCHUAN, names=("九河连通行动",), forms=("“九河连通”行动",), kind="campaign", **COURSE),
        _thing(SESSION, JIANGCHUAN, kind="session", date="2024-02-15"),
        _thing(RULES, JIANGCHUAN, forms=("《江川市河道管理条例》",), kind="regulation"),
    ]


def _claims() -> list[Claim]:
    known = [
        *((place, "within", PROVINCE) for place in (CITY, OTHER)),
        (LAKE, "within", CITY),
        *((body, "jurisdiction", CITY) for body in (GOVERNMENT, WATER, PARTY)),
        *((body, "jurisdiction", OTHER) for body in (BUREAU, STANDING, COUNCIL)),
        (MAYOR, "postIn", GOVERNMENT),
        (SECRETARY, "postIn", PARTY),
        (DIRECTOR, "postIn", BUREAU),
        (DEPUTY, "postIn", COUNCIL),
    ]
    first, last = "2024-02-15", "2024-05"

    def claim(subject: Key, predicate: str, object_: Key, quote: str, name: str = JIANGCHUAN, **more: str) -> Claim:
        date = first if name == JIANGCHUAN else last
        return Claim(subject, predicate, object_, (said(name, quote),), f"test.{predicate}", asserted_on=date, **more)

    return [
        *(Claim(*ends, (), "gazetteer", "inferred") for ends in known),
        claim(LIN, "holds", MAYOR, "市长林知远作报告", certainty="context"),
        claim(LIN, "holds", MAYOR, "林知远（江川市市长）", QINGSHI),
        claim(TAO, "holds", SECRETARY, "市委书记陶未央", certainty="context"),
        claim(
            BAI, "holds", DIRECTOR, "任命白如练为青石市水利局局长", QINGSHI, status="appointed", valid_from="2024-05"
        ),
        claim(
            FANG, "holds", DIRECTOR, "免去方既明的青石市水利局局长职务", QINGSHI, status="removed", valid_to="2024-05"
        ),
        claim(GU, "holds", DEPUTY, "提名顾行之为青石市人民政府副市长人选", QINGSHI, status="proposed"),
        claim(RIVERS, "leadBody", GOVERNMENT, "江川市人民政府牵头开展“九河连通”行动"),
        claim(RIVERS, "participant", WATER, "江川市水利局参与"),
        claim(RIVERS, "yearSeen", _key("Year", "2024"), "“九河连通”行动", certainty="context"),
        claim(RIVERS, "partName", _key("Name", "选派干部"), "选派1.2万名干部"),
        claim(SESSION, "attendee", LIN, "市长林知远作报告"),
        claim(SESSION, "attendee", TAO, "市委书记陶未央出席"),
        claim(RULES, "draftedBy", WATER, "江川市水利局起草的《江川市河道管理条例》"),
    ]


def _figures() -> list[Figure]:
    people = (said(JIANGCHUAN, "选派1.2万名干部"),)
    money = (said(JIANGCHUAN, "投资约4.58亿元"),)
    return [
        Figure(RIVERS, "12000", "名", "选派干部", "1.2万名", people, "test.figure", reporter=GOVERNMENT, period="2023"),
        Figure(RIVERS, "458000000", "元", "投资", "约4.58亿元", money, "test.figure", qualifier="约", status="planned"),
    ]


def _contradictions(claims: list[Claim]) -> tuple[Contradiction, ...]:
    """Two holders of one post in one document: an act hands it on."""
    one, two = (claim for claim in claims if claim.object == DIRECTOR)
    return (Contradiction("post", "revision", DIRECTOR, "局长", "2024-05", one, two),)


def _tenures(claims: list[Claim]) -> tuple[Tenure, ...]:
    own = tuple(sorted(claim for claim in claims if claim.subject == LIN and claim.predicate == "holds"))
    old = tuple(claim for claim in claims if claim.subject == FANG)
    mayor = Tenure(LIN, MAYOR, "2024-02-15", "2024-05", claims=own)
    return tuple(sorted((mayor, Tenure(FANG, DIRECTOR, removed="2024-05", status="removed", claims=old))))


def facts() -> Facts:
    """The whole, sorted."""
    documents = [
        DocumentFacts(
            IDS[JIANGCHUAN],
            JIANGCHUAN,
            "江川市人大会议开幕",
            "congress spread",
            GOVERNMENT,
            CITY,
            "2024-02-15",
            "2023",
            SESSION,
            LIN,
            encoding="utf-8",
            format="txt",
            characters=len(TEXTS[JIANGCHUAN]),
        ),
        DocumentFacts(IDS[QINGSHI], QINGSHI, "青石市任免名单", "appointment", STANDING, OTHER, "2024-05"),
    ]
    return Facts(
        documents=tuple(documents),
        things=tuple(sorted(_things())),
        claims=tuple(sorted(_claims())),
        figures=tuple(sorted(_figures(), key=repr)),
        links=(
            Link(TAO, "possiblySame", BAI),
            Link(BUREAU, "succeededBy", COUNCIL),
            Link(_key("Person", "林知远", "990000"), "replacedBy", LIN),
        ),
        contradictions=_contradictions(_claims()),
        tenures=_tenures(_claims()),
        ambiguous=(("吴江", said(JIANGCHUAN, "吴江"), ("吴江（人名）", "吴江区")),),
    )
