"""Document to prose: layout damage undone, with the map to the source kept."""
