"""The control API under `/control/`: lets tests and the page be any person and see any chat."""

from bot.sandbox.control.routes import control_routes

__all__ = ["control_routes"]
