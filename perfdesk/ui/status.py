"""The status bar: whether all is safe, where one is, what it adds up to."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QMouseEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from perfdesk.models.amount import printed, total
from perfdesk.models.outline import ProjectOutline
from perfdesk.ui.saver import SaveState
from perfdesk.ui.tasks import Task

_MESSAGE_MS = 8000


class StatusBar(QStatusBar):
    """Shows the save state at the left, sums and zoom at the right, running work between."""

    zoom_reset = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._saved = QLabel(self)
        self._saved.setAccessibleName("保存状态")
        self._place = QLabel(self)
        self._place.setAccessibleName("当前位置")
        self._sums = QLabel(self)
        self._sums.setAccessibleName("合计")
        self._zoom = _ZoomLabel(self)
        self._zoom.clicked.connect(self.zoom_reset)
        self._work = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._stop = QPushButton("停止", self)
        self._file = QPushButton(self)
        self._file.setFlat(True)
        self._file.hide()
        self._path = Path()
        self._file.clicked.connect(self._open_file)
        self._stop.setFlat(True)
        self.addWidget(self._saved)
        self.addWidget(self._place)
        permanent: tuple[QWidget, ...] = (
            self._work,
            self._bar,
            self._stop,
            self._file,
            self._sums,
            self._zoom,
        )
        for widget in permanent:
            self.addPermanentWidget(widget)
        self._show_work(shown=False)

    def show_saved(self, state: SaveState) -> None:
        """Say whether everything is on disk, since when, or what stands in the way."""
        self._saved.setObjectName("problem" if state.problem else "")
        if state.problem:
            self._saved.setText(f"✕ 未保存：{state.problem}")
            self._saved.setToolTip("修改仍在内存中，程序会不断重试；请先不要关闭程序。")
        elif state.pending:
            self._saved.setText("◌ 正在保存…")
        else:
            when = f" {state.saved_at:%H:%M:%S}" if state.saved_at else ""
            self._saved.setText(f"✓ 已保存{when}")
            self._saved.setToolTip("每次修改都已写入磁盘。")
        self._saved.style().unpolish(self._saved)
        self._saved.style().polish(self._saved)

    def show_place(self, text: str) -> None:
        """Say where the cursor is."""
        self._place.setText(text)

    def show_sums(self, projects: tuple[ProjectOutline, ...]) -> None:
        """Add up what the page shows."""
        if not projects:
            self._sums.clear()
            return
        amount = printed(total(project.budget.total for project in projects))
        rows = sum(project.indicators for project in projects)
        self._sums.setText(f"{len(projects)} 个项目 · 预算合计 {amount} 万元 · {rows} 个指标")

    def show_zoom(self, factor: float) -> None:
        """Say how large the pages are."""
        self._zoom.setText(f"{round(factor * 100)}%")

    def tell(self, sentence: str) -> None:
        """Say something for a few seconds, beside what always stands there."""
        self.showMessage(sentence, _MESSAGE_MS)

    def offer_file(self, path: Path) -> None:
        """Say that a file was written, and offer to open it."""
        self._path = path
        self._file.setText(f"打开 {path.name}")
        self._file.setToolTip(str(path))
        self._file.show()
        self.tell(f"已导出并核对：{path}")

    def follow(self, task: Task[Any]) -> None:
        """Show how far a task is until it ends, and let it be stopped."""
        self._work.setText(task.name)
        self._bar.setRange(0, 0)
        self._show_work(shown=True)
        task.progressed.connect(self._show_progress)
        self._stop.clicked.connect(task.cancel)
        for end in (task.finished, task.failed, task.stopped):
            end.connect(lambda: self._show_work(shown=False))

    def _open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))
        self._file.hide()

    def _show_progress(self, done: int, of: int, text: str) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._work.setText(text)

    def _show_work(self, *, shown: bool) -> None:
        for widget in (self._work, self._bar, self._stop):
            widget.setVisible(shown)


class _ZoomLabel(QLabel):
    """The zoom in per cent; a click goes back to 100 %."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("显示比例")
        self.setToolTip("显示比例，单击恢复 100%")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self.clicked.emit()
