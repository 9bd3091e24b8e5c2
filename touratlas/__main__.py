"""`python -m touratlas` is the command line, from a plain checkout too."""

from touratlas.cli import main

if __name__ == "__main__":
    main()
