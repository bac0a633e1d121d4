"""``govgraph serve``: a built graph as a read-only SPARQL endpoint with an editor, and as pages that people read.

Three kinds of process, so that whatever a stranger sends, the server stays:

    server    Starlette under uvicorn. Checks who asks, negotiates, renders pages. Never opens the graph.
    keeper    opens the on-disk store once, read-only, without network, and forks a child for each question.
    child     answers one question under limits of time, memory, rows and bytes, and ends. It may crash.

Nothing here writes to the graph, and no request leaves the machine.
"""
