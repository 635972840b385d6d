"""The codes of findings about what a customer must not read."""

from generator.codes import code
from generator.finding import Severity

NAME_VISIBLE = code(
    "name-visible",
    Severity.ERROR,
    "A name in a text for the customer that the customer must not read",
    "The text stands on a customer's paper as it was written, and it names one of our people whom the customer knows by "
    "role only, another customer, or something of the house's own network. No projection can take a name out of a "
    "sentence. Write the role instead of the name, or what the customer may know in `say`; keep the item with "
    "`audience: internal`; or let the customer know the person with `shown_as: name`. What may be read all the same "
    "stands under `leaks: {allow: [...]}` in casewright.yaml, with the reason.",
    ignorable=False,
)
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
