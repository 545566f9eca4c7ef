"""The practice fund: a made-up fund of some years, lived through by the same use cases as a real one."""
