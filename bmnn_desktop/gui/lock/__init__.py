"""Lock and curtain: who is away reads nothing, who comes back finds what was typed."""
