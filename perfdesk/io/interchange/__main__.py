"""Writes the published schema anew: `python -m perfdesk.io.interchange`."""

from perfdesk.io.interchange.schema import schema_path, schema_text

path = schema_path()
path.parent.mkdir(exist_ok=True)
path.write_text(schema_text(), encoding="utf-8", newline="\n")
