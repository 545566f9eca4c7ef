"""`python -m wangfund` is the program, the same as the `wangfund` command."""

import sys

from wangfund.app import main

if __name__ == "__main__":
    sys.exit(main())
