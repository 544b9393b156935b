"""`python -m quizgen`: the command line where the command is not on the path."""

from quizgen.cli import main

main()
