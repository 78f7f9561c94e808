"""What registers and supplied figures say at this moment, as `program.locks.registers` holds it against another."""

from sqlalchemy import Connection, select

from program.locks.registers import Registers, School
from program.per_children.children import Denominator
from storage.registers.supplied_reading import supplied
from storage.schema import population, school


def registers(connection: Connection) -> Registers:
    """All of them, as figures are read against them."""
    s, p = school.c, population.c
    own = select(s.name, s.level, s.unit, s.ward, s.valid_from, s.valid_to).where(s.active).order_by(s.id)
    people = select(p.group, p.unit, p.year, p.value).where(p.active).order_by(p.id)
    return Registers(
        tuple(School(*row) for row in connection.execute(own)),
        tuple(
            (g, u, Denominator(round(value), year, None)) for g, u, year, value in connection.execute(people)
        ),
        tuple(one for one in supplied(connection) if not one.withdrawn),
    )
