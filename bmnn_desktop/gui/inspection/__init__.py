"""Phiên kiểm tra in the window: opened, seen by its band, ended by locking."""
