"""The typed data of rule files as JSON Schema (draft 2020-12), for editors."""

from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from linter.schema.types import Id, OneOf, Pattern, SectionId
from linter.schema.validate import FORMS, MAX_PATTERN, Field, fields

_JSON: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Any: {},
    Pattern: {"type": "string", "minLength": 1, "maxLength": MAX_PATTERN},
    SectionId: {"type": "string", "pattern": f"^{FORMS[Id]}$"},
    Id: {"type": "string", "pattern": f"^{FORMS[Id]}$"},
}


def json_schema(kind: Any) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one of the kinds that `linter.schema.validate` reads."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": json_schema(inner[0])}
    if origin in (Union, UnionType):
        return {"anyOf": [json_schema(each) for each in inner]}
    if isinstance(kind, OneOf):
        return {"enum": list(kind.names())}
    if not hasattr(kind, "_fields"):
        return dict(_JSON[kind])
    required = [field.key for field in fields(kind) if field.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.key: _json_field(field) for field in fields(kind)},
        **({"required": required} if required else {}),
    }


def _json_field(field: Field) -> dict[str, Any]:
    described = {"description": f"{field.doc.zh}\n{field.doc.en}"} if field.doc.zh else {}
    default = {"default": field.default} if isinstance(field.default, str | int | float) else {}
    value = json_schema(field.kind)
    if field.within:
        numbers = value.get("items", value)
        numbers |= {"minimum": field.within.least, "maximum": field.within.most}
    return {**value, **described, **default}
