"""Who works with the vault: the list, and every act on people and their keys."""
