"""What each kind of picture takes, on hard data: `python -m benchmarks.drawing [FOLDER]`.

Prints the processor's milliseconds of the first drawing, which loads letters and library, and the middle of nine more;
with a folder the pictures are kept there, to be looked at.
"""

import sys
import time
from pathlib import Path
from statistics import median

from handlers.drawing import (
    Bar,
    Chart,
    Code,
    DueItem,
    DueState,
    Life,
    LifeStep,
    Month,
    Part,
    Picture,
    Shares,
    Stack,
    draw,
)

ROUNDS = 9
LONG = "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính thuộc Văn phòng UBND thành phố Hưng Hòa"
SOURCE = "Nguồn: " + "; ".join(f"{100 + n}/BC-VPUBND (25/02/{2010 + n})" for n in range(12))


def _chart(values: list[float], name: str = "quý II/2019") -> Chart:
    bars = tuple(Bar(name, f"{value:,.0f}".replace(",", "."), value) for value in values)
    return Chart("Hồ sơ (tiếp nhận)", LONG, bars, SOURCE)


def _shares(periods: int) -> Shares:
    sizes = ((56.25, "56,25%"), (37.0, "37,00%"), (6.0, "6,00%"), (0.75, "0,75%"))
    stack = Stack("Quý II/2019", "5.436 hồ sơ", tuple(Part(*size) for size in sizes))
    return Shares("Cơ cấu", LONG, ("Trực tuyến", "Trực tiếp", "Bưu chính", "Còn lại"), True, (stack,) * periods, SOURCE)


def _life(steps: int) -> Life:
    step = LifeStep("Đang thực hiện", "28/05/2019", LONG * 2, "297/BC-VPUBND")
    return Life(f"Kế hoạch {LONG}", LONG, (step,) * steps, SOURCE)


def _month(items: int) -> Month:
    item = DueItem(15, LONG, LONG, DueState.LATE)
    names = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
    return Month(
        "Lịch đến hạn tháng 11/2026",
        "Quá hạn 9",
        2026,
        11,
        names,
        (item,) * items,
        ((item.day, item.state),) * items,
        "… và 12 mục nữa",
        SOURCE,
    )


PICTURES: dict[str, Picture] = {
    "chart, one period": _chart([4984]),
    "chart, twelve periods": _chart([3000 + 137 * n for n in range(12)], "9 tháng đầu năm 2019"),
    "chart, only zeroes": _chart([0, 0, 0]),
    "chart, sizes far apart": _chart([1, 250, 1_234_567_890_123, 99]),
    "chart, below zero": _chart([-452, 120, -31, 0, 88]),
    "shares, five periods": _shares(5),
    "life, two steps": _life(2),
    "life, ten long steps": _life(10),
    "month, nine long items": _month(9),
    "code": Code("QĐ 192 tới đâu rồi?", "Quét mã", "https://t.me/b?start=" + "a" * 64, "t.me/b?start=" + "a" * 64),
}


def main(folder: Path | None) -> None:
    """One line for each picture."""
    for name, picture in PICTURES.items():
        (first, png), *others = (_drawn(picture) for _ in range(ROUNDS + 1))
        then = median(milliseconds for milliseconds, _ in others)
        print(f"{name:<26} {first:>5.0f} ms, then {then:>4.0f} ms, {len(png) // 1000:>4} kB")
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{name.replace(', ', '-').replace(' ', '-')}.png").write_bytes(png)


def _drawn(picture: Picture) -> tuple[float, bytes]:
    began = time.thread_time()
    png = draw(picture)
    return (time.thread_time() - began) * 1000, png


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
