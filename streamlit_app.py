"""The app: page config and navigation; nothing else."""
