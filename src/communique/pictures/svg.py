"""Drawn SVG made safe, spoken for and coloured by theme.

Only shapes and words pass: what could run, fetch or carry a font is left out.
"""

from __future__ import annotations

from functools import cache

from lxml import etree  # type: ignore[import-untyped]

from communique.pictures.palette import colours, style_sheet

_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = frozenset({"svg", "g", "path", "line", "rect", "circle", "text", "tspan"})
_ATTRIBUTES = frozenset(
    """d transform x y x1 y1 x2 y2 dx dy cx cy r width height viewBox version fill stroke
    stroke-width stroke-dasharray stroke-opacity fill-opacity opacity stroke-miterlimit
    stroke-linecap stroke-linejoin text-anchor font-size font-weight font-style""".split()
)
_ROOM = 28
_FONTS = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"


def themed(drawn: str, name: str, title: str, text: str, theme: str) -> str:
    """Return a drawing as safe SVG with its title and description, in the colours of a theme."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(drawn.encode(), parser)
    _sanitise(root)
    _part_lines(root)
    _widen(root)
    follows = theme in ("auto", "inline")
    _recolour(root, "light" if follows else theme, marked=follows)
    _describe(root, name, title, text)
    if theme == "auto":
        sheet = etree.Element(f"{{{_SVG}}}style")
        sheet.text = style_sheet()
        root.insert(2, sheet)
    etree.cleanup_namespaces(root)
    written: str = etree.tostring(root, encoding="unicode")
    return written


def _widen(root: etree._Element) -> None:
    """Leave room at both sides: the reader's letters may be wider than those measured with."""
    left, top, width, height = map(float, (root.get("viewBox") or "0 0 1 1").split())
    box = (left - _ROOM, top, width + 2 * _ROOM, height)
    root.set("viewBox", " ".join(f"{each:g}" for each in box))
    root.set("width", f"{box[2]:g}")


def _sanitise(element: etree._Element) -> None:
    for child in list(element):
        known = isinstance(child.tag, str) and etree.QName(child).localname in _ELEMENTS
        if not known or _is_empty(child):
            element.remove(child)
        else:
            _sanitise(child)
    for attribute in list(element.attrib):
        if str(attribute) not in _ATTRIBUTES:
            del element.attrib[attribute]


def _part_lines(root: etree._Element) -> None:
    """Make a text of each line of a text of several: not every reader aligns lines alike."""
    for text in list(root.iter(f"{{{_SVG}}}text")):
        lines = list(text)
        down = 0.0
        for line in lines:
            down += float(line.get("dy") or 0)
            single = etree.Element(text.tag, text.attrib)
            single.set("transform", f"{text.get('transform', '')} translate(0,{down:g})".strip())
            single.text = line.text
            text.addprevious(single)
        if lines:
            text.getparent().remove(text)


def _is_empty(element: etree._Element) -> bool:
    """Tell whether an element draws nothing: vega leaves many such behind."""
    hidden = element.get("display") == "none"
    path = etree.QName(element).localname == "path"
    return hidden or (path and element.get("d") in (None, "", "M0,0h0v0h0Z"))


def _recolour(root: etree._Element, theme: str, *, marked: bool) -> None:
    roles, wanted = _roles(), colours(theme)
    for element in root.iter():
        classes = []
        for attribute, prefix in (("fill", "pf-"), ("stroke", "ps-")):
            role = roles.get((element.get(attribute) or "").lower())
            if role:
                element.set(attribute, wanted[role])
                classes.append(prefix + role)
        if marked and classes:
            element.set("class", " ".join(classes))


@cache
def _roles() -> dict[str, str]:
    return {value: role for role, value in colours("light").items()}


def _describe(root: etree._Element, name: str, title: str, text: str) -> None:
    ids = f"picture-{name}-title", f"picture-{name}-text"
    for tag, own, words in (("desc", ids[1], text), ("title", ids[0], title)):
        child = etree.Element(f"{{{_SVG}}}{tag}", id=own)
        child.text = words
        root.insert(0, child)
    root.set("role", "img")
    root.set("aria-labelledby", " ".join(ids))
    root.set("font-family", _FONTS)
