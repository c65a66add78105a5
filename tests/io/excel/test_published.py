"""Published documents, which hold what offices really type, through a workbook and back."""

from pathlib import Path

import pytest

from perfdesk.io.disclosure import read_text
from perfdesk.io.excel import read_workbook
from perfdesk.models.same import same_content
from tests.io.excel.workbooks import written

NAMES = ("2020-779-export-zone", "2025-322-commerce-bureau", "2025-809-bonded-zone")


@pytest.mark.parametrize("name", NAMES)
def test_a_published_document_comes_back_exactly(
    name: str, shared_documents: Path, tmp_path: Path
) -> None:
    source = shared_documents / f"{name}.txt"
    document = read_text(source.read_bytes(), source.name).document
    reading = read_workbook(written(document, tmp_path / "document.xlsx"))
    assert same_content(reading.document, document)
    assert reading.remarks == ()
