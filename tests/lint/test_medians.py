"""The middle of numbers is numpy's, without what numpy's own would load."""

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from app.lint.medians import medians


@given(arrays(float, array_shapes(max_dims=2, max_side=9), elements=st.floats(-1e9, 1e9)))
def test_it_is_the_median(values):
    assert np.array_equal(medians(values), np.median(values, axis=0))


def test_nothing_is_loaded_for_it():
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, numpy, app.lint.medians as of; before = set(sys.modules)\n"
            "of.medians(numpy.array([3.0, 1.0, 2.0])); print(sorted(set(sys.modules) - before))",
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert said.stdout == "[]\n"
