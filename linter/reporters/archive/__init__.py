"""What the commands of `reportlint archive` print: values of `linter.model.archive` → text or bytes."""
