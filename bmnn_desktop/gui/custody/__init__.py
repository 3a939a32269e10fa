"""Giao – nhận: who holds which copy, what goes out, what comes back, whose receipt is awaited."""
