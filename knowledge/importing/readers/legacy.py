"""Vietnamese before Unicode: TCVN3 (ABC, the .Vn fonts) and VNI-Windows, both as windows-1252 shows them."""

import re
import unicodedata

from knowledge.importing.readers.vietnamese import marked_words, share_of_vietnamese

# TCVN 5712:1993, the set called VN3: one byte a letter, capitals with tones only by a font in capitals.
_TCVN3_CODES = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ®¡¢£¤¥¦§"
_TCVN3_LETTERS = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ"
_TCVN3 = {ord(code): letter for code, letter in zip(_TCVN3_CODES, _TCVN3_LETTERS, strict=True)}

# VNI-Windows: a letter and after it one character for its tone and hat; a few letters of their own.
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT, _HAT, _BREVE = "\u0301\u0300\u0309\u0303\u0323\u0302\u0306"
_VNI_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_HATS = {"â": "", "á": _ACUTE, "à": _GRAVE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_VNI_BREVES = {"ê": "", "é": _ACUTE, "è": _GRAVE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_VNI_OWN = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "í": "í", "ì": "ì"}
_VNI_PAIR = re.compile("([aeouyôö])([ùøûõïâáàåãäêéèúüë])|([ôöñæóòî])", re.IGNORECASE)

_CLEARLY = 0.8  # of the words; prose decoded rightly scores above 0.9, wrongly below 0.5
_FEW = 5  # words with marks: fewer may be a name or a symbol and prove nothing


def decode_tcvn3(text: str) -> str:
    """TCVN3 shown as windows-1252 to Unicode."""
    return text.translate(_TCVN3)


def decode_vni(text: str) -> str:
    """VNI-Windows shown as windows-1252 to Unicode, composed."""
    return unicodedata.normalize("NFC", _VNI_PAIR.sub(_vni_letter, text))


def _vni_letter(match: re.Match[str]) -> str:
    letter, mark, own = match.groups()
    if own:
        return _cased(_VNI_OWN[own.lower()], own)
    base = _cased(_VNI_OWN.get(letter.lower(), letter.lower()), letter)
    lowered = mark.lower()
    if lowered in _VNI_TONES:
        return base + _VNI_TONES[lowered]
    if lowered in _VNI_HATS and letter.lower() in "aeo":
        return base + _HAT + _VNI_HATS[lowered]
    if lowered in _VNI_BREVES and letter.lower() == "a":
        return base + _BREVE + _VNI_BREVES[lowered]
    return base + _cased(_VNI_OWN.get(lowered, lowered), mark)


def _cased(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter


def restore(text: str) -> str:
    """The text in Unicode where it is clearly TCVN3 or VNI typed with a legacy font, else unchanged."""
    now = share_of_vietnamese(text)
    if text.isascii() or now >= _CLEARLY or len(marked_words(text)) < _FEW:
        return text
    score, best = max(((share_of_vietnamese(t), t) for t in (decode_tcvn3(text), decode_vni(text))), key=lambda p: p[0])
    return best if score >= _CLEARLY and score > now + 0.2 else text


def restore_by_font(text: str, font: str) -> str:
    """The text in Unicode where its font is of a legacy family (.VnTime, VNI-Times); .VnTimeH is in capitals."""
    if font.startswith(".Vn"):
        decoded = decode_tcvn3(text)
        return decoded.upper() if font.endswith("H") else decoded
    return decode_vni(text) if font.upper().startswith("VNI-") else text
