"""The language of rule files: YAML -> checked and merged rulesets, compiled once and kept.

`linter.ruleset` is the way in; what a rule file may say stands in `rulefile`, how sets inherit in `merge`.
"""
