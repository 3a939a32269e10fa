"""A second person who signs in a process of his own, while the window goes on."""
