"""What was measured, and whether that is good enough."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """How much a figure may be at most: in its own unit, or as a multiple of its floor."""

    most: float
    of_floor: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured, in `unit`; `floor` is the least that it could be, where one is known."""

    name: str
    value: float
    goal: Goal
    floor: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """The figure as a multiple of its floor."""
        return self.value / self.floor if self.floor else None

    @property
    def holds(self) -> bool:
        """Whether the goal is reached."""
        if not self.goal.of_floor:
            return self.value <= self.goal.most
        return self.ratio is not None and self.ratio <= self.goal.most
