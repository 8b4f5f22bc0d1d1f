"""`kinonah sweep`: forget what was kept for long enough, which the service does daily by itself."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from data.tables.database import writing
from service.cli.opened import opened_database
from service.cli.printing import print_json
from service.settings import read_settings
from service.staff.sweep import sweep as forget


def sweep(*, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Forget what was kept for as long as the settings say: files, the audit log, addresses, links."""
    with opened_database() as engine, writing(engine) as session:
        swept = forget(session, read_settings(), datetime.now(UTC))
    if as_json:
        print_json(swept)
        return
    typer.echo(
        f"Gone: {swept.files} files, {swept.audit} entries of the audit log, {swept.invitations} invitations, "
        f"{swept.sessions} sessions, {swept.tokens} tokens."
    )
