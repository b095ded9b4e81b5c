"""Reduces names in several scripts to the consonants that all of them keep, in broad classes.

b p v f are one class, d t another, g k, s z j ch, m n ng, l r; vowels, h, w and y are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

_LETTERS = (
    ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("ph", "p"), ("wh", ""), ("ck", "k"), ("ch", "s"),
    ("sh", "s"), ("sy", "s"), ("zh", "s"), ("cz", "s"), ("ts", "s"), ("tz", "s"), ("kh", "k"),
    ("ng", "n"), ("gh", "k"), ("dh", "t"), ("ce", "s"), ("ci", "s"), ("cy", "s"), ("x", "ks"),
)  # fmt: skip
_CLASSES = str.maketrans({
    "b": "p", "v": "p", "f": "p", "d": "t", "g": "k", "c": "k", "q": "k", "l": "r", "m": "n",
    "z": "s", "j": "s", **dict.fromkeys("aeiouhwy' -", None),
})  # fmt: skip
_KANA = {
    "p": "ばびぶべぼぱぴぷぺぽふゔ", "t": "たてとだでど", "k": "かきくけこがぎぐげご",
    "s": "さしすせそざじずぜぞちぢつづ", "n": "なにぬねのまみむめもん", "r": "らりるれろ",
}  # fmt: skip
_CLASS_OF_KANA = {kana: c for c, row in _KANA.items() for kana in row}
_INITIALS = (
    "k", "k", "n", "t", "t", "r", "n", "p", "p", "s", "s", "", "s", "s", "s", "k", "t", "p", "",
)  # fmt: skip
_FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "r", "r", "r", "r", "r", "r", "r", "r", "n", "p", "p",
    "s", "s", "n", "s", "s", "k", "t", "p", "",
)  # fmt: skip
# The characters with which Chinese spells names from elsewhere; "pw" and the like have two sounds.
_HAN = {
    "p": "布巴鲍贝比彼伯博拜柏勃普帕波佩皮珀派夫弗法费菲福富佛婆碧芭蓓",
    "pn": "宾班邦本潘彭平庞蓬芬丰方滨",
    "t": "德达代戴黛杜多道迪特塔泰蒂图托陶提铁忒笛妲",
    "tn": "丹登邓丁东顿敦坦滕廷汤通腾",
    "k": "格盖古戈高克卡凯科考柯库喀圭奎葛歌",
    "kn": "甘根冈贡坎肯康孔昆",
    "k s": "吉加贾基久",
    "kn sn": "金津",
    "s": "兹扎泽齐佐祖茨策措斯萨塞西锡索苏丝瑟赛思什沙谢希肖舒舍夏绍季杰朱焦奇恰彻切丘乔查莎雪",
    "sn": "赞曾宗尊桑森辛松孙尚申香舜顺詹珍琼钱琴钦尊仁",
    "": "赫哈海黑霍豪惠怀华伊亚耶约尤阿埃奥欧乌厄艾爱雅依娅叶悠",
    "n": "姆马迈梅米莫穆默毛缪恩纳奈内尼诺努娜妮尼玛汉亨欣洪扬延英因云安昂翁曼门明蒙南嫩宁农敏楠涅",
    "r": "尔勒拉莱雷里罗鲁劳利莉丽列洛卢路吕萝蕾琳娄瑞热",
    "rn": "兰伦林朗隆琳仑连",
    "p ": "瓦维韦沃武伍威伟薇",
    "pn n": "万文温旺",
}
_CLASS_OF_HAN: dict[str, tuple[str, ...]] = {}
for _classes, _row in _HAN.items():
    for _one in _row:
        _known = _CLASS_OF_HAN.get(_one, ())
        _CLASS_OF_HAN[_one] = tuple(dict.fromkeys((*_known, *_classes.split(" "))))
TRANSLITERATING = "".join(_CLASS_OF_HAN)
_MOST = 64


def joined(classes: str) -> str:
    """Return classes with each run of one class as one."""
    return re.sub(r"(.)\1+", r"\1", classes)


def of_letters(folded: str) -> Iterator[str]:
    """Yield the classes of a name in Latin letters, as its letters may be told.

    The th and the g may be soft; an r behind a vowel and an e at the end may be silent; a w is
    a v in German and Polish names.
    """
    if not folded.isascii():
        return
    if re.search("(?<![aeiou])w[aeiou]|[aeiou]w(?=en|in)", folded):
        yield from _as_told(re.sub("w(?=[aeiou])", "v", folded))
    yield from _as_told(folded)


def _as_told(folded: str) -> Iterator[str]:
    between = ("ng", "nkg") if re.search("ng(?=[aeioulr])", folded) else ("ng",)
    hard, soft_too = "ts" if "th" in folded else "t", "gs" if "g" in folded else "g"
    for th, soft, mute, ng in product(hard, soft_too, ("e", ""), between):
        letters = re.sub("(?<=[^aeiouc ])e(?= |$)", mute, folded.replace("th", th))
        letters = re.sub("ng(?=[aeioulr])", ng, letters)
        letters = re.sub("g(?=[ei])", soft, letters)
        for before, after in _LETTERS:
            letters = letters.replace(before, after)
        yield joined(letters.translate(_CLASSES))
        silent = re.sub(r"(?<=[aeiou])r(?![aeiouyr])", "", letters)
        yield joined(silent.translate(_CLASSES))


def of_kana(hiragana: str) -> str:
    """Return the classes of a word in kana, as hiragana."""
    return "".join(_CLASS_OF_KANA.get(c, "") for c in hiragana)


def of_hangul(word: str) -> str:
    """Return the classes of a word in hangul."""
    found: list[str] = []
    for syllable in unicodedata.normalize("NFC", word):
        number = ord(syllable) - 0xAC00
        if 0 <= number < 11172:
            found += (_INITIALS[number // 588], _FINALS[number % 28])
    return "".join(found)


def of_han(word: str) -> Iterator[str]:
    """Yield the classes of a name from elsewhere in simplified characters, as it may sound."""
    sounds = [_CLASS_OF_HAN.get(c, ("",)) for c in word if c != " "]
    for number, read in enumerate(product(*sounds)):
        if number == _MOST:
            return
        yield joined("".join(read))
