# SPDX-License-Identifier: Apache-2.0
"""Holds a JSON value to the few words of JSON Schema that our own schemas use; any other word is an
error, so that a schema cannot say more than is checked."""
import re

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
SILENT = {"$schema", "$comment", "title", "description", "default"}
KNOWN = SILENT | {"type", "const", "enum", "pattern", "minimum", "required", "properties",
                  "additionalProperties", "items"}


def is_of(value, name):
    if name in ("integer", "number"):
        kinds = (int,) if name == "integer" else (int, float)
        return isinstance(value, kinds) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def problems(value, schema, place="result"):
    """Yields a line for everything in `value` that `schema` does not allow."""
    for word in set(schema) - KNOWN:
        yield f"{place}: the schema says {word}, which is not checked"
    names = schema.get("type", [])
    names = [names] if isinstance(names, str) else names
    if names and not any(is_of(value, name) for name in names):
        yield f"{place}: {value!r} is not of type {' or '.join(names)}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{place}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {value!r} is none of {schema['enum']}"
    if "minimum" in schema and is_of(value, "number") and value < schema["minimum"]:
        yield f"{place}: {value!r} is below {schema['minimum']}"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{place}: {value!r} does not match {schema['pattern']}"
    yield from inside(value, schema, place)


def inside(value, schema, place):
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from problems(item, schema.get("items", {}), f"{place}[{number}]")
    if not isinstance(value, dict):
        return
    for key in schema.get("required", []):
        if key not in value:
            yield f"{place}: {key} is missing"
    other = schema.get("additionalProperties", True)
    for key, item in value.items():
        known = schema.get("properties", {}).get(key, other)
        if known is False:
            yield f"{place}: {key} is not in the schema"
        elif known is not True:
            yield from problems(item, known, f"{place}.{key}")
