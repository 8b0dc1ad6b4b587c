"""The one error of a calendar, which always says where, what is wrong and what to do."""


class CalendarError(ValueError):
    """A calendar or a question that makes no sense; `place` is the argument: `weekly_hours.mon[1]`."""

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(place, problem, remedy)
        self.place, self.problem, self.remedy = place, problem, remedy

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}; {self.remedy}"
