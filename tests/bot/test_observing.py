"""Sentry and OpenTelemetry are loaded only where they are configured."""

import subprocess
import sys

import pytest

from bot.observing import no_trace, open_trace, report_errors
from bot.settings import BadSettings, Settings

FOREIGN = ("sentry_sdk", "opentelemetry")


def settings(**given: object) -> Settings:
    return Settings(_env_file=None, **given)  # type: ignore[call-arg, arg-type]


def test_without_configuration_nothing_of_them_is_loaded():
    code = (
        "import sys; from bot.settings import Settings; from bot.observing import open_trace, report_errors; "
        "import bot.bootstrap; settings = Settings(_env_file=None); report_errors(settings); open_trace(settings); "
        f"print([name for name in sys.modules if name.startswith({FOREIGN!r})])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_without_an_address_nothing_is_recorded():
    assert open_trace(settings()) is no_trace


@pytest.mark.parametrize(
    ("module", "given"),
    [("sentry_sdk", {"sentry_dsn": "https://a@b.example/1"}), ("opentelemetry", {"otlp_url": "http://127.0.0.1:9"})],
)
def test_where_the_package_is_missing_it_is_said_how_to_install_it(
    module: str, given: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    for name in [known for known in sys.modules if known.startswith(module)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)  # as if it were not installed
    with pytest.raises(BadSettings, match="observe"):
        (report_errors if module == "sentry_sdk" else open_trace)(settings(**given))
