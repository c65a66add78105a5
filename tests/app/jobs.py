"""What the tests of the batch jobs share: the sample's files, and looks into them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from perfdesk.io.files import read_file
from perfdesk.io.store.glance import Glance
from perfdesk.models.document import Document

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources/samples"
THIS_YEAR = SAMPLES / "yunxi-commerce-2025.json"
LAST_YEAR = SAMPLES / "yunxi-commerce-2024.json"
Capture = pytest.CaptureFixture[str]
Refused = Callable[[list[str]], str]


def document_at(path: Path) -> Document:
    return read_file(path).document


def documents_in(store: Path) -> list[Document]:
    with Glance(store) as glance:
        return [glance.load(outline.id) for outline in glance.outline()]
