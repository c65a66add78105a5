"""The installed program: what travels in the wheel, and whether it finds it there."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.build import build_wheel

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        return folder / build_wheel(str(folder))
    finally:
        os.chdir(here)


def test_all_resources_travel_and_are_found(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = "from perfdesk.paths import resource_dir; print(resource_dir())"
    found = subprocess.check_output([sys.executable, "-c", code], cwd=tmp_path, encoding="utf-8")
    installed = Path(found.strip())
    assert installed == tmp_path / "perfdesk" / "resources"
    own = ROOT / "resources"
    files = {path.relative_to(own) for path in own.rglob("*") if path.is_file()}
    assert files
    assert files == {path.relative_to(installed) for path in installed.rglob("*") if path.is_file()}


def test_it_brings_its_types_its_licence_and_its_starter(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        starters = next(name for name in names if name.endswith("entry_points.txt"))
        text = archive.read(starters).decode()
    assert "perfdesk/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "dev")) for name in names)
    assert "perfdesk = perfdesk.app:main" in text
