"""The status bar: whether all is safe, where one is, what it adds up to."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from perfdesk.models.amount import listed, total
from perfdesk.models.outline import ProjectOutline
from perfdesk.ui.frame.remark_label import RemarkLabel
from perfdesk.ui.look.short_label import ShortLabel
from perfdesk.ui.saver import SaveState

if TYPE_CHECKING:
    from perfdesk.ui.remarks import Remarks
    from perfdesk.ui.tasks import Task

_MESSAGE_MS = 8_000
_WARNING_MS = 60_000
_FILE_NAME_PX = 260
_PLACE_PX = 180
_IN_MEMORY = "修改仍在内存中，程序会不断重试；请先不要关闭程序。"


class StatusBar(QStatusBar):
    """Shows the save state at the left, then where one is and what checks say of it.

    Running work, sums and zoom stand at the right.
    """

    zoom_reset = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._saved = ShortLabel(self)
        self._saved.setAccessibleName("保存状态")
        self._place = ShortLabel(self)
        self._place.setAccessibleName("当前位置")
        self._remark = RemarkLabel(self)
        self._sums = QLabel(self)
        self._sums.setAccessibleName("合计")
        self._unconfirmed = QLabel(self)
        self._unconfirmed.setAccessibleName("待核对")
        self._unconfirmed.setToolTip("按 F5 转到下一处待核对，按 Ctrl+K 表示核对无误")
        self._unconfirmed.hide()
        self._zoom = _ZoomLabel(self)
        self._zoom.clicked.connect(self.zoom_reset)
        self._tasks: list[Task[Any]] = []
        self._work = ShortLabel(self)
        self._work.setAccessibleName("正在进行")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._stop = QPushButton(self)
        self._stop.setText("停止")
        self._stop.setFlat(True)
        self._stop.clicked.connect(self._cancel)
        self._file = QPushButton(self)
        self._file.setFlat(True)
        self._file.hide()
        self._told = ""
        self._path = Path()
        self._offered: Callable[[], object] = lambda: None
        self._file.clicked.connect(self._do_offered)
        self.addWidget(self._saved)
        self.addWidget(self._place)
        self.addWidget(self._remark)
        permanent: tuple[QWidget, ...] = (
            self._work,
            self._bar,
            self._stop,
            self._file,
            self._unconfirmed,
            self._sums,
            self._zoom,
        )
        for widget in permanent:
            self.addPermanentWidget(widget)
        self._show_work()

    def show_saved(self, state: SaveState) -> None:
        """Say whether everything is on disk, since when, or what stands in the way."""
        self._look("problem" if state.problem else "")
        if state.problem:
            what = "未保存" if state.pending else "不能保存"
            self._saved.setText(f"✕ {what}：{state.problem}")
            self._saved.setToolTip(f"{state.problem}\n{_IN_MEMORY}")
        elif state.pending:
            self._saved.setText("◌ 正在保存…")
            self._saved.setToolTip("磁盘较慢，请稍候。")
        else:
            when = f" {state.saved_at:%H:%M:%S}" if state.saved_at else ""
            self._saved.setText(f"✓ 已保存{when}")
            self._saved.setToolTip("每次修改都已写入磁盘。")
        # What goes wrong may be long; that all is well must be seen whatever else is said.
        self._saved.setMinimumWidth(0 if state.problem else self._saved.sizeHint().width())

    def _look(self, name: str) -> None:
        """Give the save state the look that the style sheet has for a name."""
        if name != self._saved.objectName():
            self._saved.setObjectName(name)
            self._saved.style().unpolish(self._saved)
            self._saved.style().polish(self._saved)

    def show_place(self, text: str) -> None:
        """Say where the cursor is."""
        self._place.setText(text)
        self._place.setToolTip(text)
        self._place.setMinimumWidth(min(self._place.sizeHint().width(), _PLACE_PX))

    def show_remarks(self, remarks: "Remarks") -> None:
        """Say what checks found where the cursor is."""
        self._remark.show_remarks(remarks)

    def show_sums(
        self, projects: tuple[ProjectOutline, ...], quantified: int | None = None
    ) -> None:
        """Add up what the page shows; without any amount, as in old forms, only count.

        `quantified` is how many of the indicators have a number, where that is known.
        """
        if not projects:
            self._sums.clear()
            return
        rows = sum(project.indicators for project in projects)
        words = [f"{rows} 个指标" if quantified is None else f"{rows} 个指标，量化 {quantified} 个"]
        amounts = [project.budget.total for project in projects]
        if any(amounts):
            words.insert(0, f"预算合计 {listed(total(amounts))} 万元")
        if len(projects) > 1 or quantified is None:
            words.insert(0, f"{len(projects)} 个项目")
        self._sums.setText(" · ".join(words))

    def show_unconfirmed(self, count: int) -> None:
        """Say how much of the page is still to be looked at; nothing where nothing is."""
        self._unconfirmed.setText(f"待核对 {count}" if count else "")
        self._unconfirmed.setVisible(bool(count))

    def show_zoom(self, factor: float) -> None:
        """Say how large the pages are."""
        self._zoom.setText(f"{round(factor * 100)}%")

    def tell(self, sentence: str) -> None:
        """Say something for a few seconds, beside what always stands there."""
        self._told = sentence
        self.showMessage(sentence, _MESSAGE_MS)

    def warn(self, sentence: str) -> None:
        """Say something that should not be missed: for a minute, and in the bar's tip."""
        self.showMessage(sentence, _WARNING_MS)
        self.setToolTip(sentence)

    def forget(self, *_: object) -> None:
        """Let what was told or offered go, as something else is done; a warning stays."""
        if self._told and self.currentMessage() == self._told:
            self.clearMessage()
        self._told = ""
        self._file.hide()

    def offer_file(self, path: Path) -> None:
        """Say that a file was written, and offer to open it."""
        self._path = path
        self.offer(f"打开 {self._shortened(path.name)}", self._open_file, str(path))
        self.tell(f"已导出并核对：{path}")

    def offer(self, text: str, does: Callable[[], object], tip: str = "") -> None:
        """Offer one thing to do next, as a button, until something else is done."""
        self._offered = does
        self._file.setText(text)
        self._file.setToolTip(tip)
        self._file.show()

    def follow(self, task: "Task[Any]") -> None:
        """Show how far a task is until it ends, and let it be stopped."""
        self._tasks.append(task)
        self._file.hide()
        self._work.setText(task.name)
        self._bar.setRange(0, 0)
        self._show_work()
        task.progressed.connect(self._show_progress)
        for end in (task.finished, task.failed, task.stopped):
            end.connect(lambda: self._end(task))

    def _end(self, task: "Task[Any]") -> None:
        self._tasks.remove(task)
        self._show_work()

    def _cancel(self) -> None:
        self._work.setText("正在停止…")
        for task in self._tasks:
            task.cancel()

    def _open_file(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def _do_offered(self) -> None:
        self._file.hide()
        self._offered()

    def _show_progress(self, done: int, of: int, text: str) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._work.setText(text)

    def _show_work(self) -> None:
        for widget in (self._work, self._bar, self._stop):
            widget.setVisible(bool(self._tasks))

    def _shortened(self, name: str) -> str:
        room = _FILE_NAME_PX
        return self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)


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
