"""Pictures: decoding them safely, measuring them, and the trainer's arithmetic of sizes.

Everything here runs in worker processes as well as in a command, and knows neither captions nor Qt.
"""
