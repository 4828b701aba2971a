"""OpenDocument texts made from XML, for tests; no binary fixtures."""

from __future__ import annotations

from tests.support.packing import packed

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "style": "style",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)
_MIMETYPE = "application/vnd.oasis.opendocument.text"


def build_odt(body: str, styles: str = "", master: str = "", manifest: str = "<m/>") -> bytes:
    """A text with that body; `styles` are its automatic ones, `master` its pages."""
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    pages = (
        f"<office:document-styles {_NAMES}><office:master-styles>{master}</office:master-styles>"
        "</office:document-styles>"
    )
    return packed(
        {
            "mimetype": _MIMETYPE,
            "content.xml": content,
            "styles.xml": pages,
            "META-INF/manifest.xml": manifest,
        }
    )
