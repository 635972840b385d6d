"""The people and areas of contacts.yaml as a table: out to a spreadsheet, and back from one."""
