"""Frozen numbers for papers and workbooks: what is drawn is one of these and nothing else."""
