"""Reading the text of a plan."""
