"""Sentry and OpenTelemetry, each only where it is configured; without its package (extra `observe`) that is said.

Neither is told a token, a name, a chat or what was written.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from typing import Any

from bot.settings import BadSettings, Settings

# Begins the record of one piece of work of that name; it ends with the block.
Trace = Callable[[str], AbstractContextManager[Any]]


def no_trace(_: str) -> AbstractContextManager[Any]:
    """Records nothing."""
    return nullcontext()


def report_errors(settings: Settings) -> None:
    """From now on what is logged as an error goes to Sentry, where SENTRY_DSN is set."""
    if settings.sentry_dsn is None:
        return
    sentry = _load("sentry_sdk", "SENTRY_DSN")
    secrets = settings.secrets
    sentry.init(
        dsn=settings.sentry_dsn.get_secret_value(),
        send_default_pii=False,
        include_local_variables=False,  # they hold what people wrote
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        before_send=lambda event, _: _without(_nameless(event), secrets),
    )


def open_trace(settings: Settings) -> Trace:
    """What records the handling of updates for OpenTelemetry, where OTLP_URL is set."""
    if settings.otlp_url is None:
        return no_trace
    _load("opentelemetry.sdk.trace", "OTLP_URL")
    provider = import_module("opentelemetry.sdk.trace").TracerProvider(
        resource=import_module("opentelemetry.sdk.resources").Resource.create({"service.name": "cchc"})
    )
    exporter = import_module("opentelemetry.exporter.otlp.proto.http.trace_exporter").OTLPSpanExporter(
        endpoint=f"{settings.otlp_url}/v1/traces"
    )
    provider.add_span_processor(import_module("opentelemetry.sdk.trace.export").BatchSpanProcessor(exporter))
    # An error's message may hold what was written; that there was one is told by metrics and logs.
    tracer = provider.get_tracer("cchc")
    return lambda name: tracer.start_as_current_span(name, record_exception=False, set_status_on_exception=False)


def _load(module: str, setting: str) -> Any:
    try:
        return import_module(module)
    except ImportError:
        raise BadSettings(
            f"{setting} is set, and what it needs is not installed. Run `.venv/bin/pip install 'cchc[observe]'` "
            f"(from the program's folder: '.[observe]'), or remove {setting}."
        ) from None


def _nameless(event: Any) -> Any:
    """The same without what errors say: a driver's may quote what was written. Type and place remain."""
    for error in (event.get("exception") or {}).get("values", ()):
        error["value"] = ""
    return event


def _without(found: Any, secrets: tuple[str, ...]) -> Any:
    """The same, with every secret blacked out wherever it stands."""
    if isinstance(found, str):
        for secret in secrets:
            found = found.replace(secret, "•••")
        return found
    if isinstance(found, dict):
        return {key: _without(value, secrets) for key, value in found.items()}
    return [_without(value, secrets) for value in found] if isinstance(found, list | tuple) else found
