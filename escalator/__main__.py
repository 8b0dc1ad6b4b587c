"""`python -m escalator`: the command line, where the command itself is not on the path."""

from escalator.cli import main

main(prog_name="escalator")
