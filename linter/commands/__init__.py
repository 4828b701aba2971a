"""The commands, one module for those that belong together; a module is loaded when its command is given."""

COMMANDS = {
    "check": "linter.commands.check:check",
    "annotate": "linter.commands.annotate:annotate",
    "explain": "linter.commands.explain:explain",
    "test": "linter.commands.rules:run_tests",
    "rule": "linter.commands.rules:rule",
    "rulesets": "linter.commands.rules:rulesets",
    "ruleset": "linter.commands.rules:ruleset",
    "init": "linter.commands.authoring:init",
    "new": "linter.commands.authoring:new",
    "schema": "linter.commands.rules:schema",
}
"""Every command, by the name on the command line: the function, or the application of sub-commands."""
