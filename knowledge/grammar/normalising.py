"""Names of bodies made alike, however they are abbreviated: "Sở TN&MT" and "Sở Tài nguyên và Môi trường"."""

from functools import lru_cache

from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_SAME = (
    (r"\b(?:uy ban nhan dan|people's committee|uy ban)\b", "ubnd"),
    (r"\bhoi dong nhan dan\b", "hdnd"),
    (r"\b(?:hdnd va ubnd|hdnd - ubnd|doan dbqh va hdnd|doan dbqh, hdnd va ubnd)\b", "ubnd"),
    (r"\b(?:trung tam|tt) (?:giao dich )?(?:hanh chinh )?(?:mot|1) cua\b", "trung tam motcua"),
    (r"\b(?:bo phan tiep nhan va tra ket qua(?: giai quyet thu tuc hanh chinh)?|bo phan (?:1|phan mot|mot) cua|bo phan mot cua|mot cua)\b", "motcua"),
    (r"\b(?:(?:trung tam|tt) (?:phuc vu )?(?:hanh chinh cong|hcc)|(?:trung tam |tt ?)pvhcc)\b", "trung tam hanh chinh cong"),
    (r"\bvp\b", "van phong"),
    (r"\bchi nhanh (?:(?:van phong|vp) ?)?(?:dang ky|dk) (?:quyen su dung )?(?:dat dai|dat|dd)(?: khu vuc)?\b|\bchi nhanh vpdk(?:dd| dat dai)\b", "chi nhanh"),
    (r"\btthc\b", "thu tuc hanh chinh"),
    (r"\bptnt\b", "phat trien nong thon"),
    (r"\b(?:tt ?& ?tt|tttt)\b", "thong tin truyen thong"),
    (r"\b(?:tn ?& ?mt|tnmt)\b", "tai nguyen moi truong"),
    (r"\b(?:ld ?-? ?tb ?[-&]? ?xh|ldtbxh)\b", "lao dong thuong binh xa hoi"),
    (r"\bvhttdl\b", "van hoa the thao du lich"),
    (r"\b(?:gd ?& ?dt|gddt)\b", "giao duc dao tao"),
    (r"\bkh ?& ?cn\b", "khoa hoc cong nghe"),
    (r"\bthu tuong\b(?! chinh phu)", "thu tuong chinh phu"),
    (r"\bban chap hanh trung uong dang\b.*", "ban chap hanh trung uong"),
    (r"\bprime minister\b", "thu tuong chinh phu"),
    (r"\b(?:va|&|cua|the|of)\b", " "),
)  # fmt: skip


_PATTERNS = tuple((Sought(called), same) for called, same in _SAME)
_NO_WORD = pattern_of(r"[^\w]+")


# The same names and subjects are held against many questions.
@lru_cache(maxsize=50_000)
def normalise(name: str) -> str:
    """A name for matching: folded, abbreviations and second names made alike, small words dropped."""
    words = " ".join(fold(name).split())
    for called, same in _PATTERNS:
        words = called.sub(same, words)
    return " ".join(_NO_WORD.sub(" ", words).split())


def words_as_written(normalised: str) -> list[str]:
    """Those words of a normalised name that stand in every text in whose normalised words it is; others may be short there."""
    return [word for word in normalised.split() if word not in _MADE_ALIKE]


_MADE_ALIKE = frozenset(word for _, same in _SAME for word in same.split())
