"""The types that flow from reader to reporter. No module here imports another room."""
