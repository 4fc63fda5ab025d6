"""How often tests that roll dice do so: PROOFSHEET_LONG=25 lets them run 25 times as long."""

import os

TIMES = int(os.environ.get("PROOFSHEET_LONG", "1"))
