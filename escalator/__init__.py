"""Escalator: support tickets whose clocks are always watched."""
