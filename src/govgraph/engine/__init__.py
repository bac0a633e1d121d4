"""Where the pure steps run: this process, local workers, a cluster."""
