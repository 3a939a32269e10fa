"""The window of the process that signs: what is asked, the secret, the signature."""
