"""The published JSON schema of the interchange file, made from the shapes that read it."""

import json
from pathlib import Path

from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import CoreSchema

from perfdesk.io.interchange.shape import DocumentShape
from perfdesk.io.interchange.writer import FORMAT, VERSION
from perfdesk.paths import resource_dir


def schema_path() -> Path:
    """Where the published schema lies."""
    return resource_dir() / "schema" / f"{FORMAT}-{VERSION}.schema.json"


def schema_text() -> str:
    """Return the schema as it is published."""
    described = DocumentShape.model_json_schema(schema_generator=_WithoutFieldTitles)
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": f"{FORMAT} {VERSION}"}
    whole = {**head, **{key: each for key, each in described.items() if key != "title"}}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


class _WithoutFieldTitles(GenerateJsonSchema):
    """Leaves out the titles that only repeat a key."""

    def field_title_should_be_set(
        self,
        schema: CoreSchema | FieldInfo,  # noqa: ARG002 - pydantic asks about each
    ) -> bool:
        """Say no, whatever the field."""
        return False
