"""From plans to files: pages and papers rendered, printed on every core, and handed to be published."""
