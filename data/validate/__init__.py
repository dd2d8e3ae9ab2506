"""The lint rules behind ``kaozheng reference validate``."""
