"""Facts to files: Turtle, tables, report, view. The only place that knows RDF, HTML and CSV."""
