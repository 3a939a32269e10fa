"""What waits for the keeper, as lists on the first screen."""
