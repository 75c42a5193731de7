"""From a Vega-Lite drawing to SVG and PNG, by vl-convert: no browser, no network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from communique.pictures.palette import colour
from communique.pictures.writing import PLAIN, Writing

if TYPE_CHECKING:
    import altair as alt

WIDTH = 640
FONT = "sans-serif"


def specified(chart: alt.TopLevelMixin, writing: Writing = PLAIN) -> Mapping[str, Any]:
    """Return a chart as the Vega-Lite drawing it is, in this project's looks."""
    spec: dict[str, Any] = json.loads(chart.to_json())
    config = _looks()
    if writing.formats:
        config["locale"] = writing.formats
    return {**spec, "config": config, "background": None, "padding": 4}


def drawn(spec: Mapping[str, Any]) -> str:
    """Return the SVG of a drawing, as vl-convert gives it."""
    import altair as alt
    import vl_convert

    version = alt.SCHEMA_VERSION.removeprefix("v").rpartition(".")[0]
    return vl_convert.vegalite_to_svg(dict(spec), vl_version=version, allowed_base_urls=[])


def pixels(svg: str, scale: float) -> bytes:
    """Return the PNG of an SVG."""
    import vl_convert

    return vl_convert.svg_to_png(svg, scale=scale)


def _looks() -> dict[str, Any]:
    ink, muted, line = colour("ink"), colour("muted"), colour("line")
    words = {"labelFont": FONT, "titleFont": FONT, "labelFontSize": 12, "titleFontSize": 12}
    return {
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            **words,
            "labelColor": ink,
            "titleColor": muted,
            "titleFontWeight": "normal",
            "domainColor": line,
            "tickColor": line,
            "gridColor": line,
            "labelLimit": 300,
            "titlePadding": 8,
        },
        "legend": {
            **words,
            "labelColor": ink,
            "titleColor": muted,
            "symbolSize": 110,
            "symbolOpacity": 1,
            "columnPadding": 14,
            "layout": {"bottom": {"direction": "vertical", "anchor": "start", "margin": 6}},
        },
        "text": {"font": FONT, "fontSize": 12, "color": ink},
    }
