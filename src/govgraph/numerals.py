"""Chinese and Arabic numerals: 第十七届 is 17, 一九八二年 is 1982, 一百二十 is 120, 〇 is 0.

Two ways of writing are read: by place value (一百二十三) and digit by digit (一二三, as years and the numbers of
orders are written). Financial forms (壹佰), 廿, 卅 and 两 are understood. Fractions, decimals and mixed forms
(4.58万) are quantities and not read here.
"""

from __future__ import annotations

DIGITS = {
    **{c: i for i, c in enumerate("〇一二三四五六七八九")},
    **{c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **{c: i for i, c in enumerate("0123456789")},
    **{c: i for i, c in enumerate("０１２３４５６７８９")},
    "○": 0,
    "Ｏ": 0,
    "O": 0,
    "两": 2,
}
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
SHORT_TENS = {"廿": "二十", "卅": "三十"}


def number(text: str) -> int | None:
    """The whole number that a numeral writes, or None where it is not one."""
    for short, long in SHORT_TENS.items():
        text = text.replace(short, long)
    if not text or any(c not in DIGITS and c not in TENS and c not in MYRIADS for c in text):
        return None
    if all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    return _by_place(text)


def _by_place(text: str) -> int | None:
    """A numeral with 十百千万亿; None where its parts do not fall (二三十, 十百)."""
    total = section = 0
    digits = ""
    last = 10**4
    for c in text:
        if c in DIGITS:
            digits += str(DIGITS[c])
            continue
        if len(digits.lstrip("0")) > 1 and not text[0].isascii():
            return None
        if c in TENS:
            if TENS[c] >= last:
                return None
            section, last = section + int(digits or 1) * TENS[c], TENS[c]
        else:
            total, section, last = (total + section + int(digits or 0)) * MYRIADS[c], 0, 10**4
        digits = ""
    if len(digits.lstrip("0")) > 1:
        return None
    return total + section + int(digits or 0)


def chinese(value: int) -> str:
    """A number below ten thousand as Chinese writes ordinals: 17 is 十七, 105 is 一百零五."""
    if not 0 <= value < 10**4:
        raise ValueError(f"{value} is outside 0 to 9999")
    if value == 0:
        return "零"
    out, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if not digit:
            gap = bool(out)
            continue
        out += ("零" if gap else "") + "零一二三四五六七八九"[digit] + sign
        gap = False
    return out.removeprefix("一") if 10 <= value < 20 else out
