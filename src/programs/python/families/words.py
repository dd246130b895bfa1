# Tables of types and n-gram models in the Python programs, of one run and of many: words of a
# text, or types without names.

# word *model: model
# word *TRUTH: original

# region program
# include about
#
# Run it:  python3 program.py > run.csv
# It needs NumPy.
# It prints one line a generation: t; n; how many types are alive, that is different words;
# diversity, the chance that two draws differ; and the entropy of the next type, the last one
# known, in bits.
# include prints
# With matplotlib, the option --plot, put before the sign ">", also draws the run.

# include modules

import numpy as np

# include first settings
SEED = 12345  # a whole number

# ---- The two steps: simulate, and fit ----

# include stream


# include simulate


# include estimator


# include reweigh


# include setup


# ---- What is printed of a generation ----


def entropy(counts):
    """In bits, of chances that are as these counts."""
    chances = counts[counts > 0] / np.sum(counts)
    return np.sum(chances * np.log2(1 / chances))


# include next


def diversity(x):
    """The chance that two draws differ."""
    return 1 - np.sum((np.bincount(x) / len(x)) ** 2)


# include page


# ---- The recursion: simulate, fit, simulate, fit ... ----


def run(original):
    """Prints the run, and returns how many types are alive in each generation."""
    model = original  # generation 0
    alive = []
    # include start
    print("t,n,types,diversity,next")
    for t in range(1, GENERATIONS + 1):
        # include regime
        model = fit(x)
        alive.append(len(np.unique(x)))
        # 17 significant digits lose nothing.
        numbers = [f"{number:.17g}" for number in (diversity(x), entropy_of_next(x))]
        print(t, len(x), alive[-1], *numbers, sep=",")
        # include next model
    # include print page
    return alive


# include original
alive = run(original)

# ---- A graph, if you ask for it ----

if "--plot" in sys.argv and alive:
    try:
        import matplotlib.pyplot as plt
    except ImportError:
        sys.exit("the graph needs matplotlib: python3 -m pip install matplotlib")
    plt.plot(range(1, len(alive) + 1), alive, "o", color="navy")
    plt.yscale("log")
    plt.xlabel("Generation")
    plt.ylabel("Types alive")
    plt.show()

# endregion

# region many program
# include about
#
# Run it:  python3 program.py > ensemble.csv
# It needs NumPy.
# It prints one line for each generation in PRINT_AT: t; how many types are alive, that is
# different words, on average over the runs; and the quantiles of it.

# include many modules

import numpy as np

# include first settings
REPLICATES = 10000  # runs, each on its own
SEED = 12345  # a whole number
PRINT_AT = [1, 500]  # generations
LEVELS = [0.05, 0.5, 0.95]  # of the quantiles

# ---- The two steps: simulate, and fit ----

# include stream


# include simulate


# include estimator


# include reweigh


# include setup


# ---- The recursion, run by run ----


def types_alive(original):
    """How many types are alive in the generations PRINT_AT of one run."""
    model = original  # generation 0
    alive = dict.fromkeys(PRINT_AT, 0)
    # include start
    for t in range(1, GENERATIONS + 1):
        # include regime
        model = fit(x)
        if t in alive:
            alive[t] = len(np.unique(x))
        # include next model
    return list(alive.values())


# include original
runs = np.array([types_alive(original) for _ in range(REPLICATES)])

print("t,mean_types", *(f"q{100 * level:02g}" for level in LEVELS), sep=",")
for t, alive in zip(PRINT_AT, runs.T):
    # These are quantiles of type 7: between the two nearest values on a straight line.
    numbers = [np.mean(alive), *np.quantile(alive, LEVELS)]
    # Ten digits: chance leaves fewer certain.
    print(t, *(f"{number:.10g}" for number in numbers), sep=",")

# endregion

# region first settings
# ---- Settings: change them and run it again ----

N = 200  # words, or other types, in each generation
GENERATIONS = 500  # how many times a model is fitted
# include known
# include truth
# include decoding
# include options
# endregion

# region decoding temperature
TAU = 0.9  # temperature: below 1 the likely words become likelier still
# endregion

# region stream keyed
rng = np.random.default_rng(SEED)
# endregion

# region sized stream keyed
rng = np.random.default_rng(SEED)
# endregion

# region estimator maximum-likelihood
# include fit
# endregion

# region next model
# include heat
# endregion

# ---- Where real types come from ----

# region truth text
# The real text stands at the end of this file.
# endregion

# region truth categorical
TYPES = 10  # all equally common
# endregion

# region truth categorical zipf
SIZE = 1000  # number of types
A = 1  # the share of a type is proportional to (its rank + B)^(-A)
B = 2.7
# endregion

# region modules
import sys
# endregion

# region modules text
import re
import sys
import unicodedata
from collections import Counter
# endregion

# region many modules text
import re
import unicodedata
from collections import Counter
# endregion

# region original categorical
original = np.ones(TYPES)  # how common each type is
# endregion

# region original categorical zipf
original = (np.arange(1, SIZE + 1) + B) ** -A  # how common each type is
# endregion

# region original text
# ---- The real text, and its words as numbers ----


# include words of


TEXT = ["what is not drawn once is gone"]  # in lines; a new line divides words

words = words_of(" ".join(TEXT))
# The commonest word is number 0; of equally common ones, the one that comes first in the text.
vocabulary = [word for word, _ in Counter(words).most_common()]
number = {word: i for i, word in enumerate(vocabulary)}
original = fit(np.array([number[word] for word in words]))
# include original weights

# ---- The run ----

# endregion

# region words of
def words_of(text):
    """Words in lower case: runs of letters, with the apostrophes inside them. What else there is
    divides words and is left out. Of a script without spaces between words, as Chinese, a run
    would be one word: the page has put spaces into such a text."""
    text = unicodedata.normalize("NFC", text).lower().replace("\u2019", "'")
    # By what Unicode calls its characters: "L" is a letter, "M" a mark on one.
    kinds = "".join(c if c == "'" else unicodedata.category(c)[0] for c in text)
    return [text[slice(*word.span())] for word in re.finditer("L[LM]*(?:'L[LM]*)*", kinds)]
# endregion

# region prints text
# At the end, beside the table, it shows a page that the last model writes.
# endregion

# region page text
def print_page(model):
    """Beside the table, so that a file of it has nothing else in it."""
    page = [vocabulary[i] for i in simulate(model, min(N, 200))]
    print("\nA page by the last model:\n", file=sys.stderr)
    for i in range(0, len(page), 12):
        print(*page[i : i + 12], file=sys.stderr)
# endregion

# region print page text
print_page(model)
# endregion

# ---- A table: each draw is independent of the last ----

# region simulate categorical
def simulate(model, count):
    """So many draws from a table of how common each type is."""
    return rng.choice(len(model), count, p=model / np.sum(model))
# endregion

# region fit categorical
def fit(x):
    """How often each type occurs. What is missed has no chance, and never comes back."""
    return np.bincount(x)
# endregion

# region next categorical
def entropy_of_next(x):
    """In a table the last type says nothing of the next."""
    return entropy(np.bincount(x))
# endregion

# ---- An n-gram model: the next word depends on those before it ----

# region known ngram-2
KNOWN = 1  # how many words the next one depends on
# endregion

# region known ngram-3
KNOWN = 2  # how many words the next one depends on
# endregion

# region fit ngram-2, ngram-3
def fit(x):
    """What follows the KNOWN words before it, and how often, as in Shannon 1948: a text is its own
    n-gram model, if one knows all places that have the same context. Nothing is smoothed: what has
    never followed a context never will. The text is a circle, so that something always follows."""
    context = np.zeros(len(x), dtype=int)
    for back in range(1, KNOWN + 1):
        context = context * (np.max(x) + 1) + np.roll(x, back)
    _, context, sizes = np.unique(context, return_inverse=True, return_counts=True)
    return {
        "x": x,
        "context": context,  # of each place, numbered from 0
        "places": np.argsort(context, kind="stable"),  # those of context c begin at start[c]
        "start": np.append(0, np.cumsum(sizes)),
    }
# endregion

# region simulate ngram-2, ngram-3
def simulate(model, count):
    """A text of so many words. It begins in the context of a place picked at random; the next word
    is the one that stands at a place, picked at random, with the same context."""
    x, context, places, start = (model[name].tolist() for name in ("x", "context", "places", "start"))
    # include up to
    place = int(rng.integers(len(x)))
    text = []
    for u in rng.random(count).tolist():
        first, end = start[context[place]], start[context[place] + 1]
        # include pick
        text.append(x[place])
        place = (place + 1) % len(x)
    return np.array(text, dtype=int)
# endregion

for u in ():
    # region pick
    place = places[first + int(u * (end - first))]
    # endregion

# region next ngram-2, ngram-3
def entropy_of_next(x):
    """The entropy of two words less that of the first of them."""
    pairs = np.roll(x, 1) * (np.max(x) + 1) + x
    _, counts = np.unique(pairs, return_counts=True)
    return max(0, entropy(counts) - entropy(np.bincount(x)))
# endregion

# ---- Temperature ----

# region reweigh temperature
# include chances
# endregion

# region heat temperature
model = at_temperature(model, TAU)  # as the next generation draws from it
# endregion

# region original weights ngram-2, ngram-3
# include weights
# endregion

# region weights temperature
original = at_temperature(original, 1)  # real words come as they are
# endregion

# region chances categorical
def at_temperature(model, tau):
    """All chances raised to the power 1 / tau."""
    return (model / np.max(model)) ** (1 / tau)
# endregion

# region chances ngram-2, ngram-3
def at_temperature(model, tau):
    """All chances raised to the power 1 / tau: a word that stands at so many places as `both` says,
    where the commonest of its context stands at `most`, weighs (both / most)^(1 / tau), in equal
    parts at its places."""
    x, context, places, start = model["x"], model["context"], model["places"], model["start"]
    pair = context * (np.max(x) + 1) + x
    _, pair, counts = np.unique(pair, return_inverse=True, return_counts=True)
    both = counts[pair]
    most = np.maximum.reduceat(both[places], start[:-1])[context]
    weights = (both / most) ** (1 / tau) / both
    return dict(model, up_to=np.append(0, np.cumsum(weights[places])))
# endregion

# region up to temperature
from bisect import bisect_right

up_to = model["up_to"].tolist()  # the weights of the places before each of `places`
# endregion

for u in ():
    # region pick temperature
    below = up_to[first] + u * (up_to[end] - up_to[first])
    place = places[bisect_right(up_to, below, first + 1, end) - 1]
    # endregion

# ---- What each regime is ----

# Under these there is no program for types yet.
# region regime growing, growing-geometric, truncated
# endregion

for t in range(1, GENERATIONS + 1):
    # region plain regime replace
    # Regime "replace": each generation sees only what the newest model wrote.
    x = simulate(model, N)
    # endregion

# region real count
# How many of the N words are real: one at least, where there is a share at all.
REAL = max(1, int(SHARE * N + 0.5)) if SHARE > 0 else 0
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime fresh-real
    # Regime "fresh-real": the newest model's output, and new real values. In generation 1 all
    # are real.
    if t == 1:
        x = simulate(original, N)
    else:
        x = np.append(simulate(model, N - REAL), simulate(original, REAL))
    # endregion

for t in range(1, GENERATIONS + 1):
    # region regime accumulate-fresh
    # Regime "accumulate-fresh": all values there have ever been, the newest model's output, and
    # new real values. In generation 1 all are real.
    if t == 1:
        x = simulate(original, N)
    else:
        x = np.concatenate([x, simulate(model, N - REAL), simulate(original, REAL)])
    # endregion

# region start accumulate, accumulate-fresh
x = np.empty(0, dtype=int)
# endregion

# region start accumulate-subsample
pool = np.empty(0, dtype=int)
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime accumulate-subsample
    # Regime "accumulate-subsample": all values are kept, N of them are fitted.
    pool = np.append(pool, simulate(model, N))
    # include subsample
    # endregion

# region subsample categorical
x = rng.choice(pool, N, replace=False)
# endregion

# region subsample ngram-2, ngram-3
# Single words would not follow each other, so passages are picked.
x = pool
if t > 1:
    size = max(1, min(100, N // 20))
    passages = [pool[i : i + size] for i in range(0, len(pool), size)]
    x = np.concatenate([passages[i] for i in rng.permutation(len(passages))])[:N]
# endregion
