"""The window's start does not wait for the library that only writing needs."""

import subprocess
import sys


def test_importing_the_package_loads_neither_openpyxl_nor_pydantic() -> None:
    program = (
        "import sys, perfdesk.io.excel; "
        "print([name for name in ('openpyxl', 'pydantic') if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
