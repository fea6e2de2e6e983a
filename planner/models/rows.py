"""SQLAlchemy's session on a connection that is in a transaction already: what verbs change rows with."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import StaticPool, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session as DatabaseSession


class Rows:
    """Opens a session for each edit; beginning, committing and rolling back are the caller's, on the connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        assert not connection.in_transaction
        self._engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        # The first connect asks the driver this and that, and rolls back: never inside somebody's transaction.
        self._engine.connect().close()

    @contextmanager
    def session(self) -> Iterator[DatabaseSession]:
        """A session whose changes are flushed, not committed, at the end. Raises the driver's sqlite3.Error.

        Commit inside the block: leaving it rolls back what is not committed.
        """
        try:
            with self._engine.connect() as connection:
                # A verb cannot commit: the session can only roll back a transaction that was begun outside it.
                connection.begin()
                with DatabaseSession(connection, join_transaction_mode="rollback_only") as rows:
                    yield rows
        except DBAPIError as problem:
            raise (problem.orig or problem) from problem
