"""Thin adapters from the dataset to Qt: roles named, exact roles announced."""
