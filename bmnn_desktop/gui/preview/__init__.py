"""The printed book on the screen, before it goes to paper."""
