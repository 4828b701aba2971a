"""What earlier years and other departments wrote, and what of a draft stands there."""
