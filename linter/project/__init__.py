"""What a folder says of the drafts in it: configuration, files, suppressions beside a draft."""
