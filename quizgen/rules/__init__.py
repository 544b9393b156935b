"""Question rules: one TOML file each, and the few modules that load, apply and test them."""
