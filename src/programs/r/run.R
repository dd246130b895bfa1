# The R program of one run, and where its pieces go.

# region program
# include about
#
# Run it:  Rscript program.R > run.csv
# include prints

# ---- Settings: change them and run it again ----

n           <- 200  # values in each generation
generations <- 500  # how many times a model is fitted
# include truth
# include options
# include settings
seed        <- 12345  # a whole number

# ---- The two steps ----

# include stream

# include estimator

# include setup

# ---- The recursion: simulate, fit, simulate, fit ... ----

# include recursion

# ---- A graph, when you run this inside R or RStudio ----

# include graph

# endregion
