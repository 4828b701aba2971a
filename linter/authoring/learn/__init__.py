"""Weights fitted to reports: `reportlint learn`.

`labelled` reads the reports of a folder and their labels, `halves` labels those that have none, `variants`
makes further ones by leaving parts out, `samples` lists what is to be told apart in them, `fit` fits the two
layers of `linter.structure.fitted`, `trial` tells how well that does on reports that it was not fitted to,
and `figures` says so in words. Only `fit` needs scikit-learn.
"""
