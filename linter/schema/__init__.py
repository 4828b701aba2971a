"""YAML and TOML to typed data, every problem with its place; and the same types as JSON Schema."""
