"""The demonstration: a training vault founded, filled, printed and backed up by the real window."""
