"""Who works at a cinema's desk."""

import pytest
from fastapi.testclient import TestClient

from tests.service.pages.staff.clerk import Clerk


@pytest.fixture
def clerk(town: TestClient) -> Clerk:
    return Clerk(town)
