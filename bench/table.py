"""The figures as a table."""

from collections.abc import Sequence

from bench.figure import Figure

_HEADINGS = ("", "figure", "floor", "ratio", "goal", "holds")


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as lines of text, the numbers below one another."""
    rows = [_HEADINGS, *map(_row, figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            text.rjust(width) if column else text.ljust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def _row(figure: Figure) -> tuple[str, ...]:
    unit, goal = figure.unit, figure.goal
    return (
        figure.name,
        _amount(figure.value, unit),
        _amount(figure.floor, unit) if figure.floor else "",
        f"{figure.ratio:.2f}" if figure.ratio else "",
        f"≤ {goal.most:g}" + (" × floor" if goal.of_floor else f" {unit}"),
        "yes" if figure.holds else "NO",
    )


def _amount(value: float, unit: str) -> str:
    return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f} {unit}"
