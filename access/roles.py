"""The roles of an installation with sign-in, and what each may do."""

from access.actors import Right, Role

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.VIEWER: frozenset({Right.READ, Right.REMEMBER_LOOK}),
    Role.REPORTER: frozenset(
        {Right.READ, Right.REMEMBER_LOOK, Right.SUBMIT, Right.WITHDRAW, Right.READ_FILES, Right.ISSUE}
    ),
    Role.COORDINATOR: frozenset(
        {
            Right.READ,
            Right.REMEMBER_LOOK,
            Right.SUBMIT,
            Right.WITHDRAW,
            Right.READ_FILES,
            Right.MANAGE_TARGETS,
            Right.DECIDE,
            Right.READ_CONTACTS,
            Right.ISSUE,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            Right.READ,
            Right.REMEMBER_LOOK,
            Right.MANAGE_USERS,
            Right.READ_AUDIT,
            Right.REMOVE_DEMO,
            Right.SEE_INSTALLATION,
        }
    ),
}

# The roles that reach every unit; the others reach the units of their grants.
EVERY_UNIT = frozenset({Role.COORDINATOR})
