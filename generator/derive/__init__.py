"""What follows from the record, as data: every decision of a paper is made here, from a whole case or a projected one."""
