"""Why a file cannot be read, in words for whoever sent it."""

from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with a file."""

    MISSING = "missing"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    TOO_DEEP = "too_deep"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNSAFE_XML = "unsafe_xml"
    TAKEN_FROM_OUTSIDE = "taken_from_outside"
    CIRCULAR = "circular"
    NO_TEXT = "no_text"
    NO_REPORT = "no_report"
    UNKNOWN_FORMAT = "unknown_format"
    NEEDS_OFFICE = "needs_office"
    NEEDS_OCR = "needs_ocr"


_WORDS: dict[Fault, tuple[str, str]] = {
    Fault.MISSING: ("Không mở được tệp.", "The file cannot be opened."),
    Fault.EMPTY: ("Tệp trống, không có chữ nào.", "The file is empty."),
    Fault.TOO_LARGE: (
        "Tệp quá lớn: {size}, chỉ nhận đến {limit}.",
        "The file is too large: {size}, at most {limit} is accepted.",
    ),
    Fault.TOO_LONG: (
        "Tệp quá dài: có hơn {limit} {unit_vi}.",
        "The file is too long: it has more than {limit} {unit_en}.",
    ),
    Fault.TOO_DEEP: (
        "Tệp có quá nhiều lớp lồng nhau (hơn {limit}).",
        "The file is nested too deeply (more than {limit} levels).",
    ),
    Fault.TOO_SLOW: (
        "Đọc tệp mất hơn {limit} giây nên đã dừng lại.",
        "Reading took more than {limit} seconds and was stopped.",
    ),
    Fault.TOO_MUCH_MEMORY: (
        "Đọc tệp cần quá nhiều bộ nhớ (hơn {limit}) nên đã dừng lại.",
        "Reading needs too much memory (more than {limit}) and was stopped.",
    ),
    Fault.UNPACKS_TOO_LARGE: (
        "Tệp nén bung ra quá lớn (hơn {limit}).",
        "The file unpacks to too much (more than {limit}).",
    ),
    Fault.ENCRYPTED: (
        "Tệp có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.",
        "The file has a password. Remove it and send the file again.",
    ),
    Fault.DAMAGED: (
        "Tệp bị hỏng hoặc không đúng định dạng {format}.",
        "The file is damaged or is no proper {format}.",
    ),
    Fault.UNSAFE_XML: (
        "Tệp có khai báo thực thể XML không an toàn.",
        "The file declares XML entities, which is not safe.",
    ),
    Fault.TAKEN_FROM_OUTSIDE: (
        "Tệp lấy một phần nội dung từ địa chỉ khác ({address}). Hãy chèn hẳn phần đó vào tệp rồi gửi lại.",
        "The file takes a part of its content from another address ({address}). Put it into the file and send it again.",
    ),
    Fault.CIRCULAR: (
        "Công thức ở ô {cell} tính vòng tròn về chính ô đó nên số liệu không đáng tin. Hãy sửa rồi gửi lại.",
        "The formula in {cell} goes round to the cell itself, so that its figures mean nothing. Correct it and send the file again.",
    ),
    Fault.NO_TEXT: ("Không tìm thấy chữ nào trong tệp.", "No text was found in the file."),
    Fault.NO_REPORT: (
        "Không thấy báo cáo nào trong tệp: không có số báo cáo, kỳ, cơ quan, số liệu, văn bản hay nhiệm vụ nào.",
        "There is no report in the file: no number, period, body, figure, document or task.",
    ),
    Fault.UNKNOWN_FORMAT: (
        "Không nhận ra định dạng tệp. Nhận: txt, md, html, docx, pdf, xlsx, csv.",
        "The file's format is not known. Accepted: txt, md, html, docx, pdf, xlsx, csv.",
    ),
    Fault.NEEDS_OFFICE: (
        "Tệp {format} kiểu cũ cần LibreOffice để đọc. Hãy cài LibreOffice (apt install libreoffice-writer"
        " libreoffice-calc) hoặc lưu tệp lại thành docx, xlsx.",
        "An old {format} file needs LibreOffice. Install it (apt install libreoffice-writer"
        " libreoffice-calc) or save the file as docx or xlsx.",
    ),
    Fault.NEEDS_OCR: (
        "Tệp là ảnh chụp hoặc bản quét, cần Tesseract có tiếng Việt để nhận dạng chữ. Hãy cài"
        " (apt install tesseract-ocr tesseract-ocr-vie) hoặc gửi bản có chữ.",
        "The file is a photo or a scan and needs Tesseract with Vietnamese. Install it"
        " (apt install tesseract-ocr tesseract-ocr-vie) or send a version with text.",
    ),
}


class UnreadableFile(Exception):
    """The file cannot be read; `code` says why, `str()` says it in Vietnamese."""

    def __init__(self, code: Fault, **details: str) -> None:
        self.code = code
        self.details = details
        super().__init__(self.in_language("vi"))

    def in_language(self, language: str) -> str:
        """One or two sentences for whoever sent the file, in `vi` or `en`."""
        vi, en = _WORDS[self.code]
        return (en if language == "en" else vi).format_map(self.details)
