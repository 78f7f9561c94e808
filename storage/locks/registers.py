"""What registers and supplied figures say at this moment, as `program.locks.registers` holds it against another."""

from sqlalchemy import Connection, select

from program.children import Denominator
from program.locks.registers import Registers, School
from storage.schema import population, school
from storage.supplied_reading import supplied


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
