"""Whatever a document holds, its workbook gives it back exactly."""

import pytest
from hypothesis import given, settings

from perfdesk.io.excel import read_workbook, write_workbook
from perfdesk.models.document import Document
from perfdesk.models.same import same_content
from tests.strategies import documents


@given(document=documents())
@settings(max_examples=100)
def test_a_document_comes_back_exactly(
    document: Document, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "lossless.xlsx"
    write_workbook(document, path)
    reading = read_workbook(path)
    assert same_content(reading.document, document)
    assert reading.remarks == ()
