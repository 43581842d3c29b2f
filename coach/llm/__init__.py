"""Language models behind one port: the only importer of openai and tenacity. Nothing here is trusted; engines check it."""
