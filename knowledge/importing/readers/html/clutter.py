"""What surrounds an article on any site: menus, crumbs, shares, related news, counters, footers.

Sites name these in English or in Vietnamese without marks; the words below are those of common content
systems (Liferay, SharePoint, DotNetNuke, WordPress, Joomla, Drupal) and of Vietnamese portals.
"""

import re

from knowledge.grammar.folding import fold
from knowledge.importing.readers.html.tree import Element

_TAGS = frozenset({"nav", "footer", "aside", "menu", "figcaption"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog"})
_NAMES = re.compile(
    r"menu|nav(?:bar|igation)?|breadcrumbs?|crumbs?|footer|foot|sidebar|side|aside|related|relate|lienquan|lien-quan"
    r"|tinkhac|tin-khac|tinlienquan|other-?news|othernews|share|sharing|social|addthis|fb-\w+|zalo\S*|comments?"
    r"|binhluan|binh-luan|respond|tags?|banner|ads?|advert\w*|quangcao|widget|toolbar|tools?|pagination|paging|pager"
    r"|login|signin|search|timkiem|tim-kiem|popup|modal|cookie|copyright|hotline|counter|visitors?|thongke"
    r"|thong-ke|truycap|truy-cap|weblinks?|lienket|lien-ket|sitemap|skip-?link|topbar|top-bar|topnav|marquee"
    r"|rating|vote|danhgia|newsletter|subscribe|print|player|tts|audio"
)
_PROTECTED = re.compile(r"article|entry-content|post-content|articlebody|chitiet|noidung|noi-dung|news-?detail")
_MOST = 0.4  # of a page's prose: a block with more is the article's own, whatever it is called


def clear(top: Element) -> None:
    """Takes out of the tree what its tag, role or name says is not the article."""
    total = _prose(top) or 1
    stack = [top]
    while stack:
        element = stack.pop()
        kept = []
        for child in element.children:
            if isinstance(child, Element):
                if _is_clutter(child) and _prose(child) < _MOST * total:
                    continue
                stack.append(child)
            kept.append(child)
        element.children = kept


def _is_clutter(element: Element) -> bool:
    given = element.attributes
    if element.tag in _TAGS or given.get("role", "").lower() in _ROLES:
        return True
    if element.tag == "header":
        return not element.has("h1")
    if element.tag in {"body", "main", "article", "form", "tr", "td", "tbody", "h1", "p"}:
        return False
    names = _tokens(f"{given.get('class', '')} {given.get('id', '')}")
    if any(_PROTECTED.search(name) for name in names):
        return False
    return any(_NAMES.fullmatch(part) for name in names for part in (name, *re.split(r"[-_]+", name)))


def _tokens(names: str) -> list[str]:
    """Class names and ids in lower case, camel case parted: "newsRelated" gives "news-related"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names).lower().split()


def _prose(element: Element) -> int:
    """The characters below that are not links'."""
    return sum(len(w.text.strip()) for w in element.words() if not w.is_link)


_TAIL = re.compile(
    r"(?:(?:cac )?(?:tin|bai|thong tin|van ban)(?: bai| tuc| viet)? (?:lien quan|khac|cung chuyen muc|cung loai|moi hon|cu hon"
    r"|moi nhat|noi bat|doc nhieu|da dua|moi)|cung chuyen muc|bai lien quan|xem them|doc them|y kien ban doc|binh luan"
    r"|(?:gui|viet) binh luan|y kien cua ban|tu khoa|tags?|chia se|in trang|in bai viet|gui email|gui ban be|danh gia"
    r"|tro ve|quay lai|ve trang truoc|related (?:news|articles|posts)|other news|share|print|comments?)\b"
)
_FOOT = re.compile(
    r"giay phep (?:so|thiet lap)|chiu trach nhiem (?:chinh|noi dung)|(?:dang|tong luot|luot|so luot|so nguoi) truy cap"
    r"|tong truy cap|ban quyen (?:thuoc|©)|ghi ro nguon|©|copyright|designed by|phat trien boi|thiet ke boi"
    r"|all rights reserved|powered by|hom nay\s*:\s*[\d.]+\s*\||^(?:dien thoai|email|fax|dia chi)\s*:"
)
_SHORT = 60  # characters: a label such as "Tin liên quan" with a counter


def begins_tail(words: str) -> bool:
    """Whether a short block heads what follows an article: related news, comments, sharing."""
    return len(words) <= _SHORT and _TAIL.match(fold(words).lstrip(" -»>•|:+")) is not None


def is_foot(words: str) -> bool:
    """Whether a block is of a site's foot: licence, address, visitors."""
    return _FOOT.search(fold(words)) is not None
