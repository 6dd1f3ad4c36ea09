"""What every test shares."""

from hypothesis import HealthCheck, settings

# The same examples on every run, however slow the machine: a test that fails, fails for everybody.
settings.register_profile(
    "everywhere", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("everywhere")
