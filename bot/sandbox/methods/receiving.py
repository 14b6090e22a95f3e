"""getUpdates, the webhook, getMe and files.

core.telegram.org/bots/api#getting-updates.
"""

import re

from bot.sandbox.errors import Json, bad_request
from bot.sandbox.files import MAX_DOWNLOAD_BYTES
from bot.sandbox.parameters import Parameters
from bot.sandbox.updates import MOST_AT_ONCE
from bot.sandbox.webhook import DEFAULT_CONNECTIONS, Webhook
from bot.sandbox.world import World

MAX_CONNECTIONS = 100  # core.telegram.org/bots/api#setwebhook
MAX_SECRET = 256  # core.telegram.org/bots/api#setwebhook: "1-256 characters. Only A-Z, a-z, 0-9, _ and -"


def get_me(world: World, _: Parameters) -> Json:
    """core.telegram.org/bots/api#getme"""
    return world.bot.wire()


async def get_updates(world: World, given: Parameters) -> list[Json]:
    """core.telegram.org/bots/api#getupdates"""
    world.updates.allow(given.json("allowed_updates", "allowed updates"))
    limit = given.integer("limit", MOST_AT_ONCE)
    return await world.updates.poll(
        offset=given.integer("offset"),
        limit=limit if 1 <= limit <= MOST_AT_ONCE else MOST_AT_ONCE,
        timeout_seconds=given.integer("timeout"),
    )


def set_webhook(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#setwebhook; as a self-hosted server does, it takes plain HTTP too."""
    url = given.text("url").strip()
    if not url:
        return delete_webhook(world, given)
    if not re.match(r"https?://[^/\s:]+(:\d+)?(/\S*)?$", url):
        raise bad_request("invalid webhook URL specified")
    secret = given.text("secret_token")
    if len(secret) > MAX_SECRET:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    connections = min(max(given.integer("max_connections", DEFAULT_CONNECTIONS), 1), MAX_CONNECTIONS)
    world.updates.allow(given.json("allowed_updates", "allowed updates"))
    _drop_pending(world, given)
    world.webhook = Webhook(url, secret, connections, given.text("ip_address"))
    world.updates.set_webhook(True)
    return True


def delete_webhook(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#deletewebhook"""
    _drop_pending(world, given)
    world.webhook = Webhook()
    world.updates.set_webhook(False)
    return True


def get_webhook_info(world: World, _: Parameters) -> Json:
    """core.telegram.org/bots/api#getwebhookinfo"""
    return world.webhook.wire(pending=len(world.updates.by_id), allowed=world.updates.allowed)


def _drop_pending(world: World, given: Parameters) -> None:
    if given.truth("drop_pending_updates"):
        world.updates.clear()


def get_file(world: World, given: Parameters) -> Json:
    """core.telegram.org/bots/api#getfile"""
    if not given.text("file_id"):
        raise bad_request("file_id not specified")
    if (file := world.files.by_id.get(given.text("file_id"))) is None:
        raise bad_request("invalid file_id")
    if len(file.content) > MAX_DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return file.wire()
