"""Fetching one address: limits, conditions, redirects, and no way into private networks."""

import threading
from collections.abc import Iterator

import pytest

from knowledge.fetching.addresses import canonical, same_page
from knowledge.fetching.errors import CannotFetch, FetchFault
from knowledge.fetching.fetcher import Fetcher
from knowledge.fetching.files import fetched_file
from knowledge.fetching.guard import is_public
from knowledge.fetching.settings import FetchSettings
from tests.site import LOCAL, Answer, Site, open_site


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(LOCAL)


def fault(fetcher: Fetcher, address: str, **given: float) -> CannotFetch:
    with pytest.raises(CannotFetch) as caught:
        fetcher.get(address, **given)  # type: ignore[arg-type]
    return caught.value


def test_a_page_comes_with_what_tells_its_version(site: Site, fetcher: Fetcher):
    fetched = fetcher.get(site.page("/a", "xin chào", ETag='"1"', Last_Modified="Fri, 01 Mar 2019 08:00:00 GMT"))
    assert (fetched.content.decode(), fetched.etag, fetched.content_type) == ("xin chào", '"1"', "text/html")


def test_an_unchanged_page_is_not_sent_again(site: Site, fetcher: Fetcher):
    address = site.page("/a", "xin chào", ETag='"1"')
    fetched = fetcher.get(address, etag='"1"', last_modified="Fri, 01 Mar 2019 08:00:00 GMT")
    assert (fetched.is_unchanged, fetched.content) == (True, b"")
    assert site.asked[0].headers["if-modified-since"] == "Fri, 01 Mar 2019 08:00:00 GMT"


def test_the_fetcher_says_who_it_is(site: Site):
    Fetcher(FetchSettings("Thu/1 (lan@example.vn)", LOCAL.private_hosts)).get(site.page("/a", "x"))
    assert site.asked[0].headers["user-agent"] == "Thu/1 (lan@example.vn)"


def test_redirects_are_followed_to_the_last_address(site: Site, fetcher: Fetcher):
    site.answers["/old"] = Answer(status=301, headers={"Location": "/new"})
    site.page("/new", "x")
    assert fetcher.get(site.url("/old")).address == site.url("/new")


def test_redirects_in_a_circle_end(site: Site, fetcher: Fetcher):
    site.answers["/a"] = Answer(status=302, headers={"Location": "/a"})
    assert fault(fetcher, site.url("/a")).code is FetchFault.TOO_MANY_REDIRECTS


@pytest.mark.parametrize(
    "target", ["http://localhost:{port}/secret", "http://[::1]:{port}/", "http://169.254.169.254/"]
)
def test_a_redirect_into_a_private_network_is_refused(site: Site, fetcher: Fetcher, target: str):
    port = site.address.rpartition(":")[2]
    site.answers["/a"] = Answer(status=302, headers={"Location": target.format(port=port)})
    assert fault(fetcher, site.url("/a")).code is FetchFault.PRIVATE
    assert [asked.path for asked in site.asked] == ["/a"]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/"])
def test_a_redirect_to_another_scheme_is_refused(site: Site, fetcher: Fetcher, target: str):
    site.answers["/a"] = Answer(status=302, headers={"Location": target})
    assert fault(fetcher, site.url("/a")).code is FetchFault.BAD_ADDRESS


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "localhost", "[::ffff:127.0.0.1]"])
def test_this_machine_is_refused_however_it_is_written(site: Site, host: str):
    port = site.address.rpartition(":")[2]
    assert fault(Fetcher(FetchSettings()), f"http://{host}:{port}/").code is FetchFault.PRIVATE
    assert site.asked == []


def test_a_name_that_means_another_address_a_moment_later_leads_nowhere_else(site: Site):
    asked = []

    async def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["203.0.113.9"] if len(asked) > 1 else ["10.1.2.3"]

    assert fault(Fetcher(FetchSettings(), resolve=resolve), "http://portal.example/").code is FetchFault.PRIVATE
    assert asked == ["portal.example"]


def test_the_request_goes_to_the_address_that_was_looked_at_under_the_site_s_own_name(site: Site):
    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    port = site.address.rpartition(":")[2]
    site.page("/a", "x")
    fetcher = Fetcher(FetchSettings(private_hosts=frozenset({"portal.example"})), resolve=resolve)
    assert fetcher.get(f"http://portal.example:{port}/a").address == f"http://portal.example:{port}/a"
    assert site.asked[0].headers["host"] == f"portal.example:{port}"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("10.0.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("fe80::1%eth0", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
        ("2002:7f00:1::", False),
        ("224.0.0.1", False),
    ],
)
def test_only_addresses_that_are_anybody_s_are_public(address: str, expected: bool):
    assert is_public(address) is expected


@pytest.mark.parametrize("status", [404, 410, 500, 503])
def test_an_error_status_is_named(site: Site, fetcher: Fetcher, status: int):
    site.answers["/a"] = Answer(b"<h1>x</h1>", status)
    error = fault(fetcher, site.url("/a"))
    assert (error.code, str(status) in error.in_language("vi")) == (FetchFault.STATUS, True)


@pytest.mark.parametrize(("said", "seconds"), [("120", 120), ("999999999", 86400), ("soon", None)])
def test_how_long_a_server_wants_to_be_left_alone_is_heard(
    site: Site, fetcher: Fetcher, said: str, seconds: int | None
):
    site.answers["/a"] = Answer(status=503, headers={"Retry-After": said})
    wait = fault(fetcher, site.url("/a")).retry_after
    assert (wait.total_seconds() if wait else None) == seconds


def test_a_huge_page_is_given_up_early(site: Site, fetcher: Fetcher):
    site.page("/a", b"x" * 3_000_000)
    assert fault(fetcher, site.url("/a"), most_bytes=1_000_000).code is FetchFault.TOO_LARGE


def test_a_server_that_does_not_answer_is_given_up(site: Site, fetcher: Fetcher):
    site.answers["/a"] = Answer(b"x", wait=threading.Event())
    assert fault(fetcher, site.url("/a"), seconds=0.3).code is FetchFault.TIMEOUT


def test_a_closed_fetcher_ends_what_is_under_way(site: Site, fetcher: Fetcher):
    site.answers["/a"] = Answer(b"x", wait=threading.Event())
    closing = threading.Timer(0.3, fetcher.close)
    closing.start()
    assert fault(fetcher, site.url("/a")).code is FetchFault.STOPPED
    assert fault(fetcher, site.url("/b")).code is FetchFault.STOPPED
    closing.join()


def test_where_nobody_listens_is_said(fetcher: Fetcher):
    with open_site() as gone:
        address = gone.url("/")
    assert fault(fetcher, address).code is FetchFault.NO_CONNECTION


@pytest.mark.parametrize(
    "address", ["", "x", "ftp://a.vn/", "http://", "http://lan:mat@a.vn/", "http://a.vn/" + "x" * 3000]
)
def test_what_is_no_address_is_refused(address: str):
    with pytest.raises(CannotFetch):
        canonical(address)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.a.vn/bc/1", "https://a.vn/bc/1/"),
        ("https://A.vn:443/bc?id=1#top", "https://a.vn/bc?id=1"),
        ("https://a.vn/bc?id=1&utm_source=x&fbclid=y", "https://a.vn/bc?id=1"),
        ("https://a.vn/bc;jsessionid=AB?id=1", "https://a.vn/bc?id=1"),
    ],
)
def test_one_page_has_one_name_however_its_address_is_written(one: str, other: str):
    assert same_page(canonical(one)) == same_page(canonical(other))


def test_other_pages_have_other_names():
    assert same_page(canonical("https://a.vn/bc?id=1")) != same_page(canonical("https://a.vn/bc?id=2"))


@pytest.mark.parametrize("path", ["/", "/..", "/bc%2f..%2fx", "/" + "x" * 300])
def test_a_file_is_named_by_its_type_and_never_outside_its_folder(site: Site, fetcher: Fetcher, path: str):
    address = site.page(path, "x")
    site.answers[canonical(address).removeprefix(site.address)] = site.answers[path]
    with fetched_file(fetcher, address) as file:
        assert (file.suffix, file.read_text(), ".." in file.parts) == (".html", "x", False)
