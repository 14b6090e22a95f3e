"""Control calls that switch limits and faults on and off."""

from typing import Any

from starlette.requests import Request

from bot.sandbox.errors import Json
from bot.sandbox.faults import Fault
from bot.sandbox.world import World


async def faults(world: World, _: Request) -> Any:
    """The faults that are on and how often each struck."""
    return [fault.wire() for fault in world.faults.all]


async def add_faults(world: World, request: Request) -> Any:
    """Switches on the given faults besides those that are on."""
    world.faults.all += [_fault(given) for given in await request.json()]
    return [fault.wire() for fault in world.faults.all]


def _fault(given: Json) -> Fault:
    if (methods := given.pop("methods", None)) is not None:
        given["methods"] = frozenset(method.lower() for method in methods)
    return Fault(**given)


async def clear_faults(world: World, _: Request) -> Any:
    """Switches all faults off."""
    struck = [fault.wire() for fault in world.faults.all]
    world.faults.all.clear()
    return struck


async def settings(world: World, request: Request) -> Json:
    """Changes what is given of the limits and the webhook, and tells how all of it stands."""
    given = await request.json() if request.method == "PUT" else {}
    _set_limits(world, given)
    world.webhook_pause_seconds = float(given.get("webhook_pause_seconds", world.webhook_pause_seconds))
    world.date = given.get("date", world.date)
    if "reads_all_group_messages" in given:
        world.bot.reads_all_group_messages = bool(given["reads_all_group_messages"])
    return {
        "has_limits": world.limits.is_on,
        "refused": world.limits.refused,
        "webhook_pause_seconds": world.webhook_pause_seconds,
        "date": world.date,
        "reads_all_group_messages": world.bot.reads_all_group_messages,
    }


def _set_limits(world: World, given: Json) -> None:
    if "has_limits" in given:
        world.limits.is_on = bool(given["has_limits"])
    for name in ("overall_per_second", "chat_burst", "group_per_minute"):
        if name in given:
            setattr(world.limits, name, int(given[name]))
    world.limits.reset()
