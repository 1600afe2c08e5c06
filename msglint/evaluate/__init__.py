"""Measuring the judge on labelled data, by the definitions that users and floors rely on."""
