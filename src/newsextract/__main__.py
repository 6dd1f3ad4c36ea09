"""`python -m newsextract`."""

import sys

from newsextract.cli import main

sys.exit(main())
