"""The bar under a field in which something untidy was pasted: a mark, never a question."""

from PySide6.QtWidgets import QWidget

from perfdesk.ui.look.offer_bar import OfferBar


class TidyBar(OfferBar):
    """Says what could be tidied; the key on its button works from the field."""

    def __init__(self, key: str, parent: QWidget) -> None:
        does = f"整理（{key}）", "整理粘贴的文字"
        super().__init__(parent, does, ("保留原样", "保留粘贴的文字原样"))
