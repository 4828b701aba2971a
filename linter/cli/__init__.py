"""The commands, one module for those that belong together; a module is loaded when its command is given."""

COMMANDS = {
    "check": "linter.cli.check:check",
    "annotate": "linter.cli.annotate:annotate",
    "archive": "linter.cli.archive:app",
    "explain": "linter.cli.explain:explain",
    "test": "linter.cli.rules:run_tests",
    "rule": "linter.cli.rules:rule",
    "rulesets": "linter.cli.rules:rulesets",
    "ruleset": "linter.cli.rules:ruleset",
    "init": "linter.cli.authoring:init",
    "new": "linter.cli.authoring:new",
    "learn": "linter.cli.learn:learn",
    "schema": "linter.cli.rules:schema",
    "serve": "linter.cli.servers:serve",
    "build-page": "linter.cli.offline:build_page",
    "server": "linter.cli.servers:server",
    "mcp": "linter.cli.servers:mcp",
    "config": "linter.cli.maintenance:config",
    "clean": "linter.cli.maintenance:clean",
    "completion": "linter.cli.maintenance:completion",
}
"""Every command, by the name on the command line: the function, or the application of sub-commands."""
