"""Byte code of the programs that tests start: compiled once a run, not once a program.

A run that is told to leave no byte code beside the sources would have each of the hundreds of
programs it starts compile all they load. They share a folder of the run instead.
"""

import atexit
import os
import shutil
import sys
import tempfile


def share_byte_code() -> None:
    """Let the programs that this run starts keep byte code in a folder that ends with the run.

    Does nothing where they may keep it as usual, nor in a worker of a run, whose folder is there.
    """
    if not sys.dont_write_bytecode or "PYTHONPYCACHEPREFIX" in os.environ:
        return
    folder = tempfile.mkdtemp(prefix="relate-bytecode-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["PYTHONPYCACHEPREFIX"] = folder
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
