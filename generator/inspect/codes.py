"""The code of the leak gate, apart from it so that `explain` need not import what reads PDFs."""

from generator.codes import code
from generator.finding import Severity

LEAK = code(
    "leak",
    Severity.ERROR,
    "Something internal in a finished paper for the customer",
    "Every paper for a customer is read once more when it is finished, letter by letter, and compared with what the "
    "customer must not read: internal fields, our people, other customers, addresses of the house. Something of it "
    "stands in the paper, so nothing was published. The text itself is not repeated here, because logs are read by "
    "others. There are two ways out: write `say` with the words that are meant for the customer, or mark the item that "
    "repeats it `audience: internal`. What may be read all the same stands under `leaks: {allow: [...]}` in "
    "casewright.yaml, with the reason.",
    ignorable=False,
    quotable=False,
)
