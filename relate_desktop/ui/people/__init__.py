"""The room of people: a list, the page of one person, the form to edit one."""
