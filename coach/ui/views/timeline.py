"""The timeline of a review as a picture: a bar for each turn, up where it warms, down where it cools, numbered at the moments that turned it."""

from __future__ import annotations

from collections.abc import Sequence

_WIDTH, _REACH, _FOOT = 720, 60, 22
_WARM, _COLD, _LINE = "#4f9a82", "#c0603f", "#857a6e"  # on the light ground and on the dark one


def timeline(values: Sequence[float], moments: Sequence[int]) -> str:
    """An SVG."""
    step = _WIDTH / max(1, len(values))
    bars = "".join(_bar(place, value, step) for place, value in enumerate(values) if value)
    numbers = "".join(
        f'<text x="{(place + 0.5) * step:.1f}" y="{2 * _REACH + _FOOT - 5}" text-anchor="middle">{number}</text>'
        for number, place in enumerate(moments, 1)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {2 * _REACH + _FOOT}">'
        f'<line x1="0" x2="{_WIDTH}" y1="{_REACH}" y2="{_REACH}" stroke="{_LINE}"/>{bars}'
        f'<g font-family="sans-serif" font-size="15" font-weight="600" fill="{_LINE}">{numbers}</g></svg>'
    )


def _bar(place: int, value: float, step: float) -> str:
    top, tall = _REACH - max(0.0, value) * _REACH, abs(value) * _REACH
    wide = min(step * 0.8, 24)
    left = (place + 0.5) * step - wide / 2
    return f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{tall:.1f}" fill="{_WARM if value > 0 else _COLD}"/>'
