// (this target is being built)
