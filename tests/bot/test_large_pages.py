"""What stays in memory lies in large pages where the system can do that."""

import subprocess
import sys

import pytest

from bot.large_pages import well_filled

_LARGE = 2 << 20
# Well filled, half empty, a library's, and the heap, which begins and ends within a large page.
_MAPPINGS = """\
7f0000000000-7f0004000000 rw-p 00000000 00:00 0
Size:              65536 kB
Rss:               65000 kB
VmFlags: rd wr mr mw me ac
7f0010000000-7f0014000000 rw-p 00000000 00:00 0
Size:              65536 kB
Rss:               32768 kB
VmFlags: rd wr mr mw me ac
7f0020000000-7f0024000000 rw-p 00000000 fe:00 8 /lib/libpython.so
Size:              65536 kB
Rss:               65536 kB
VmFlags: rd wr mr mw me ac
7f0030001000-7f0030801000 rw-p 00000000 00:00 0 [heap]
Size:               8192 kB
Rss:                8192 kB
VmFlags: rd wr mr mw me ac
"""
_HOLDS_MUCH = r"""
import re
from pathlib import Path
from bot.large_pages import put_into_large_pages
held = bytearray(b"x" * (64 << 20))
put = put_into_large_pages()
large = re.search(r"AnonHugePages: *(\d+)", Path("/proc/self/smaps_rollup").read_text())
print(put, int(large[1]) * 1024)
"""


def test_what_is_nearly_all_used_and_no_files_is_put_into_large_pages():
    heap = 0x7F0030000000
    assert list(well_filled(_MAPPINGS)) == [
        (0x7F0000000000, 0x7F0004000000),
        (heap + _LARGE, heap + 4 * _LARGE),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has them")
def test_what_a_process_holds_lies_in_large_pages():
    done = subprocess.run([sys.executable, "-c", _HOLDS_MUCH], capture_output=True, text=True, check=True)
    put, large = map(int, done.stdout.split())
    if not put:
        pytest.skip("this kernel gathers no pages on demand (Linux 6.1 and later do)")
    assert large >= put >= 60 << 20
