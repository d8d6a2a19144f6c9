"""What the peers share: reads points written by the benchmarks, and prints what was measured."""
import sys
import time

import numpy as np


def points():
    """The points of `SCRIPT FILE ROWS COLUMNS ...`: little-endian float32, row by row."""
    rows, columns = int(sys.argv[2]), int(sys.argv[3])
    return np.fromfile(sys.argv[1], dtype="<f4").reshape(rows, columns)


def argument(index):
    """The whole number after the shape, from 0."""
    return int(sys.argv[4 + index])


def timed(work):
    """Prints the seconds and the processor time that the work takes, and returns what it gives."""
    start, busy = time.perf_counter(), time.process_time()
    result = work()
    print(f"seconds={time.perf_counter() - start}")
    print(f"processor={time.process_time() - busy}")
    return result
