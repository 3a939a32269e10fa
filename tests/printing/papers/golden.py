"""The golden papers: text with positions and pictures of their pages.

After a wanted change of the layout: `python -m tests.printing.papers.golden`, look at the
pictures, and commit them with the change that made them.
"""

from __future__ import annotations

from tests.printing.golden import FOLDER, page_count, picture_of, runs_of
from tests.printing.papers.invented import PAPERS
from tests.printing.papers.reading import printed

TEXT = FOLDER / "papers.txt"


def papers() -> dict[str, bytes]:
    """Print every invented paper; some of them in a training vault."""
    training = {"slip-top-secret", "closing"}
    return {name: printed(PAPERS[name], training=name in training)[0] for name in PAPERS}


def texts_of(pdfs: dict[str, bytes]) -> str:
    """Return the text of all papers with its places."""
    return "".join(f"==== {name}\n{runs_of(pdf)}" for name, pdf in pdfs.items())


def main() -> None:
    """Write the golden files anew."""
    pdfs = papers()
    TEXT.write_text(texts_of(pdfs), "utf-8")
    for name, pdf in pdfs.items():
        for page in range(page_count(pdf)):
            picture = picture_of(pdf, page)
            picture.save(FOLDER / f"papers-{name}-{page + 1}.png", optimize=True)


if __name__ == "__main__":
    main()
