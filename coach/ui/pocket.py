"""The pocket list: kept questions as one plain page that needs no app, no network and no script, and prints well."""

from __future__ import annotations

from collections.abc import Iterable

from coach.library.cards import Card
from coach.ui.markup import Markup, element, join

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Questions</title>
<style>
body {{ font: 1.05rem/1.5 Georgia, serif; color: #222; background: #fff; max-width: 34rem; margin: 1.5rem auto; padding: 0 1rem; }}
ol {{ padding-left: 1.5rem; }} li {{ margin-bottom: 1.1rem; break-inside: avoid; }}
p {{ margin: 0 0 0.2rem; overflow-wrap: anywhere; }} .cc-soft {{ font-size: 0.9rem; color: #555; }}
@media print {{ body {{ margin: 0; max-width: none; }} }}
</style>
<h1>Questions to ask</h1>
<ol>{items}</ol>
<p class="cc-soft">A pass is always fine. Say back what you heard before you answer.</p>
</html>
"""


def pocket_list(cards: Iterable[Card]) -> str:
    """The whole page."""
    return _PAGE.format(items=join(*(_item(card) for card in cards)))


def _item(card: Card) -> Markup:
    lines = [element("p", f"Ask first: {card.ask_permission}", cls="cc-soft")] if card.ask_permission else []
    lines.append(element("p", card.text, dir="auto"))
    lines += [element("p", f"If {step.when}: {step.ask}", cls="cc-soft") for step in card.follow_ups[:2]]
    return element("li", *lines)
