"""The one room all books share: page, table, form and card, built from a book's declaration."""
