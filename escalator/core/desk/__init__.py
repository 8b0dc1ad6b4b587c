"""The desk: the whole configuration, read from one document."""

from .diagram import diagram
from .problems import DeskProblems, Problem
from .reader import check, read

__all__ = ["DeskProblems", "Problem", "check", "diagram", "read"]
