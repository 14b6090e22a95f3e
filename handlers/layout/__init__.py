"""How answers, alerts and reports look: Telegram's HTML, within its limits. The only place with markup."""
