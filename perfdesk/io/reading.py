"""What reading a file gives: the document, and what the person should know about it."""

from dataclasses import dataclass

from perfdesk.models.document import Document


@dataclass(frozen=True, slots=True)
class Remark:
    """Something noticed while reading: `place` in the file (第12行), and a Chinese sentence."""

    place: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.place}：{self.sentence}" if self.place else self.sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """A document read from a file, with the reader's remarks in the order of the file."""

    document: Document
    remarks: tuple[Remark, ...] = ()
