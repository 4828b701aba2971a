"""YAML and TOML to typed data, every mistake with its place; and the same types as JSON Schema."""
