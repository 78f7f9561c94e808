"""How many children a unit has, figures for each 100 of them, and what another number would change."""
