"""A second opinion on the three-parameter lognormal: what SciPy finds for 40 samples. From this folder:

    python3 lognormal3.py > lognormal3.json

For each sample the best log-likelihood over several starts of scipy.stats.lognorm.fit whose threshold lies inside the
range: neither within 1e-6 of the smallest value, where the likelihood has no bound, nor more than 100 standard
deviations below the mean, where it has drifted towards the normal. It is null where no start ends inside.
"""

import json
import platform
import warnings

import numpy
import scipy
from scipy.optimize import fmin
from scipy.stats import lognorm

SIZES = [20, 20, 20, 50, 50, 50, 50, 100, 100, 100]
CALL = (
    "lognorm.fit(x), and lognorm.fit(x, s, loc=, scale=, superfit=True, optimizer=fmin) with loc 0.02, 0.1, 0.5, 2 "
    "and 10 sd below min(x); fmin(xtol=1e-10, ftol=1e-12, maxiter=20000, maxfun=40000)"
)


def careful(objective, start, args=(), disp=0):
    return fmin(objective, start, args, xtol=1e-10, ftol=1e-12, maxiter=20000, maxfun=40000, disp=0)


def attempts(x):
    yield lognorm.fit(x)
    for below in (0.02, 0.1, 0.5, 2, 10):
        loc = x.min() - below * x.std()
        logs = numpy.log(x - loc)
        start = {"loc": loc, "scale": numpy.exp(logs.mean())}
        yield lognorm.fit(x, logs.std(), **start, superfit=True, optimizer=careful)


def best(x):
    found = None
    for s, loc, scale in attempts(x):
        height = float(lognorm.logpdf(x, s, loc, scale).sum())
        inside = x.mean() - 100 * x.std() < loc < x.min() - 1e-6
        if inside and (found is None or height > found["logLikelihood"]):
            found = {"threshold": float(loc), "logLikelihood": height}
    return found


def main():
    random = numpy.random.default_rng(2026)
    samples = []
    for sdlog in (0.1, 0.3, 0.5, 1):
        for n in SIZES:
            x = numpy.round(10 + random.lognormal(2, sdlog, n), 4)
            samples.append({"sdlog": sdlog, "found": best(x), "values": x.tolist()})
    versions = f"SciPy {scipy.__version__}, NumPy {numpy.__version__}, Python {platform.python_version()}"
    lines = ",\n".join(f"    {json.dumps(sample)}" for sample in samples)
    print("{")
    print(f'  "tool": {json.dumps(versions)},')
    print('  "script": "test/reference/lognormal3.py",')
    print(f'  "call": {json.dumps(CALL)},')
    print(f'  "samples": [\n{lines}\n  ]\n}}')


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
