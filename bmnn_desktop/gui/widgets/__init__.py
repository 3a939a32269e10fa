"""Small own widgets that know no book."""
