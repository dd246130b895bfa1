# What each regime is in the Python program of one run, whatever the family.

# ---- replace ----

for t in range(1, GENERATIONS + 1):
    # region plain regime replace
    # Regime "replace": each generation sees only what the newest model wrote.
    x = simulate(*model, t)
    # endregion

# ---- fresh-real ----

# region setup fresh-real
# include real count
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime fresh-real
    # Regime "fresh-real": the newest model's output, and new real values. In generation 1 both
    # are real.
    x = np.append(simulate(*model, N - REAL), simulate(*TRUTH, REAL))
    # endregion

# ---- fixed-real ----

# region setup fixed-real
# include real count
# endregion

# region start fixed-real
kept = simulate(*TRUTH, REAL)
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime fixed-real
    # Regime "fixed-real": the newest model's output, and the same real values each time.
    x = np.append(kept, simulate(*model, N - REAL))
    # endregion

# ---- accumulate ----

# region start accumulate
x = np.empty(0)
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime accumulate
    # Regime "accumulate": all values there have ever been, and the newest model's output.
    x = np.append(x, simulate(*model, N))
    # endregion

# ---- accumulate-fresh ----

# region setup accumulate-fresh
# include real count
# endregion

# region start accumulate-fresh
x = np.empty(0)
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime accumulate-fresh
    # Regime "accumulate-fresh": all values there have ever been, the newest model's output, and
    # new real values. In generation 1 all are real.
    x = np.concatenate([x, simulate(*model, N - REAL), simulate(*TRUTH, REAL)])
    # endregion

# ---- accumulate-subsample ----

# region start accumulate-subsample
pool = np.empty(0)
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime accumulate-subsample
    # Regime "accumulate-subsample": all values are kept, N of them are fitted.
    pool = np.append(pool, simulate(*model, N))
    x = rng.choice(pool, N, replace=False)
    # endregion

# ---- growing ----

for t in range(1, GENERATIONS + 1):
    # region regime growing
    # Regime "growing": more of the newest model's output each time.
    count = math.floor(N * t**POWER + 0.5)
    # include too many
    x = simulate(*model, count)
    # endregion

# ---- growing-geometric ----

for t in range(1, GENERATIONS + 1):
    # region regime growing-geometric
    # Regime "growing-geometric": more of the newest model's output each time.
    count = math.floor(N * RATIO ** (t - 1) + 0.5)
    # include too many
    x = simulate(*model, count)
    # endregion

# ---- truncated ----

# region setup truncated
# include keeps


# include kept values
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime truncated
    # Regime "truncated": output of the newest model without what is unusual.
    x = simulate(*model, N) if t == 1 else simulate_kept(*model, N)
    # endregion

for t in range(1, GENERATIONS + 1):
    # region too many
    if count > 10_000_000:
        print(f"generation {t}: more than ten million values, the run ends here", file=sys.stderr)
        break
    # endregion

# region kept values
def simulate_kept(*parameters, count):
    """Values of a model that keeps() keeps: as many are drawn as that takes."""
    x = np.empty(0)
    while len(x) < count:
        new = simulate(*parameters, count)
        x = np.append(x, new[keeps(new, *parameters)])
    return x[:count]
# endregion
