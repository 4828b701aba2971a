"""Documents and rulesets to results."""
