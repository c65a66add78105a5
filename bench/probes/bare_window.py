"""A Qt window with nothing in it: what any start must cost."""

import sys
import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

_SOON = 1  # before what others have posted already


class _Watch(QObject):
    """Ends the program once the window has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QApplication.postEvent(self, QEvent(QEvent.Type.User), _SOON)
        return False

    def customEvent(self, _event: QEvent) -> None:
        print(f'{{"at": {time.monotonic()}}}')
        application.quit()


application = QApplication(sys.argv)
window = QMainWindow()
watch = _Watch()
window.installEventFilter(watch)
window.resize(1440, 900)
window.show()
application.exec()
